import { type CommandMeta, handle } from '@awayday/event-sourcing'
import { unreachable } from '@awayday/kernel'
import type { DirectoryEvent } from '@awayday/service-directory/published/events.ts'
import type { Command } from '#domain/commands.ts'
import { person as decider } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { personStream } from './person-stream.ts'

/**
 * Notes what the directory says about a person. Messages come at least once and in any order: the key is the message's id,
 * and `seq`, the place of the event in the directory's own stream, tells the later word from the earlier.
 */
export const personChanged =
  (world: World) =>
  async (meta: CommandMeta, told: DirectoryEvent, seq: number): Promise<void> => {
    await world.tenants.settle(meta.tenant, world.home)
    const { store } = world
    const note = handle({ store }, decider(told.person), personCodec)
    const noted = await note(personStream(meta.tenant, told.person), meta, () => commandOf(told, seq))
    if (!noted.ok) throw new NotNotedUnavailable(noted.error.type)
  }

/** Facts are never refused: others wrote before us too often. The message comes again. */
class NotNotedUnavailable extends Error {
  override readonly name = 'NotNotedUnavailable'
}

const commandOf = (told: DirectoryEvent, seq: number): Command => {
  switch (told.type) {
    case 'PersonJoined':
    case 'PersonMoved': {
      const { from, team, location, country, zone, approver } = told
      const type = told.type === 'PersonJoined' ? 'Start' : 'Move'
      return { type, from, team, location, country, zone, approver, seq }
    }
    case 'PersonLeft':
      return { type: 'End', on: told.on, seq }
    default:
      return unreachable(told)
  }
}
