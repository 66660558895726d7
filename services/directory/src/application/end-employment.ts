import { handle } from '@awayday/event-sourcing'
import { type LocalDate, ok, type PersonId } from '@awayday/kernel'
import { person, type Rejection, type StillAdmin } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Somebody } from './admins-only.ts'
import { loadCompany } from './load.ts'
import { noAdminWhoLeaves } from './no-admin-who-leaves.ts'
import { personStream } from './streams.ts'

export type LastDay = { readonly person: PersonId; readonly on: LocalDate }

/** An admin hands the role over first; that is where the last one is stopped. */
export const endEmployment =
  (world: World) =>
  async ({ actor, meta, input }: Asked<LastDay>): Changed<Somebody, Rejection> => {
    if (!isAdmin(actor)) return adminsOnly
    const { person: id, on } = input
    const { admins } = await loadCompany(world, meta.tenant)
    const against: StillAdmin | null = admins.includes(id) ? { type: 'StillAdmin', person: id } : null
    const end = handle(world, person(id), personCodec)
    const ended = await end(personStream(meta.tenant, id), meta, () => ({ type: 'EndEmployment', on, against }))
    if (!ended.ok) return ended
    await noAdminWhoLeaves(world, meta, id)
    return ok({ person: id, version: ended.value.version })
  }
