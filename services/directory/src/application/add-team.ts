import { handle } from '@awayday/event-sourcing'
import { ok } from '@awayday/kernel'
import { team } from '#domain/team.ts'
import type { World } from '#ports/world.ts'
import { teamCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Thing } from './admins-only.ts'
import { newThing, teamStream } from './streams.ts'

export const addTeam =
  (world: World) =>
  async ({ actor, meta, input }: Asked<{ readonly name: string }>): Changed<Thing, never> => {
    if (!isAdmin(actor)) return adminsOnly
    const id = newThing(meta, 'team')
    const { name } = input
    const added = await handle(world, team, teamCodec)(teamStream(meta.tenant, id), meta, () => ({ type: 'Add', name }))
    return added.ok ? ok({ id, version: added.value.version }) : added
  }
