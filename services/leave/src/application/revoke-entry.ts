import { ok, type PersonId } from '@awayday/kernel'
import type { Revocable } from '#domain/person/events.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { order } from './order.ts'

/** `override`: sets the floor aside, by name. */
type Revoking = Revocable & { readonly person: PersonId; readonly override: boolean; readonly reason: string | null }

/** Takes back a credit, a pay-out or a record of work that should not have been there. */
export const revokeEntry = (world: World) => async (call: Commanded<Revoking>) => {
  const { person, reason, ...entry } = call.input
  const done = await order(world, call, person, reason, ({ note }, doing) => ({
    type: 'RevokeEntry',
    note,
    ...entry,
    ...doing,
  }))
  return done.ok ? ok({ ...done.value, id: entry.id }) : done
}
