import { handle } from '@awayday/event-sourcing'
import { ok, type PersonId } from '@awayday/kernel'
import { type Place, person, type Rejection } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Somebody } from './admins-only.ts'
import { misplaced } from './misplaced.ts'
import { personStream } from './streams.ts'

export const movePerson =
  (world: World) =>
  async ({ actor, meta, input }: Asked<Place & { readonly person: PersonId }>): Changed<Somebody, Rejection> => {
    if (!isAdmin(actor)) return adminsOnly
    const { person: id, ...place } = input
    const against = await misplaced(world, meta.tenant, place)
    const move = handle(world, person(id), personCodec)
    const moved = await move(personStream(meta.tenant, id), meta, () => ({ type: 'Move', ...place, against }))
    return moved.ok ? ok({ person: id, version: moved.value.version }) : moved
  }
