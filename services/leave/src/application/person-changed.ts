import type { CommandMeta } from '@awayday/event-sourcing'
import { unreachable } from '@awayday/kernel'
import type { DepartmentEvent, DirectoryEvent } from '@awayday/service-directory/published/events.ts'
import type { Command } from '#domain/person/commands.ts'
import type { World } from '#ports/world.ts'
import { bringUpToDate } from './company/bring-up-to-date.ts'
import { decide } from './decide.ts'
import { starterTerms } from './starter-terms.ts'

type PersonEvent = Exclude<DirectoryEvent, DepartmentEvent>

/**
 * Notes what the directory says about a person. Messages come at least once and in any order: the key is the message's id,
 * and `seq`, the place of the event in the directory's own stream, tells the later word from the earlier.
 */
export const personChanged =
  (world: World) =>
  async (meta: CommandMeta, told: PersonEvent, seq: number): Promise<void> => {
    await world.tenants.settle(meta.tenant, world.home)
    const command = await commandOf(world, meta, told, seq)
    const noted = await decide(world)(told.person, meta, () => command)
    if (!noted.ok) throw new NotNotedUnavailable(noted.error.type)
    // After the append, so that a setting saved meanwhile is seen here, or sees them.
    const { key, digest, ...because } = meta
    await bringUpToDate(world)(told.person, { ...because, actor: 'system:awayday.settings' })
  }

/** Facts are never refused: others wrote before us too often. The message comes again. */
class NotNotedUnavailable extends Error {
  override readonly name = 'NotNotedUnavailable'
}

const commandOf = async (world: World, { tenant }: CommandMeta, told: PersonEvent, seq: number): Promise<Command> => {
  switch (told.type) {
    case 'PersonJoined':
    case 'PersonMoved': {
      const { from, team, location, country, zone, department, labels, approver } = told
      const type = told.type === 'PersonJoined' ? 'Start' : 'Move'
      const terms = await starterTerms(world, tenant, country)
      return { type, from, team, location, country, zone, department, labels, approver, seq, terms }
    }
    case 'PersonLeft':
      return { type: 'End', on: told.on, seq }
    default:
      return unreachable(told)
  }
}
