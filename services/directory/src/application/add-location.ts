import { handle } from '@awayday/event-sourcing'
import { ok } from '@awayday/kernel'
import { type Location, location, type Rejection } from '#domain/location.ts'
import type { World } from '#ports/world.ts'
import { locationCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Thing } from './admins-only.ts'
import { locationStream, newThing } from './streams.ts'

export const addLocation =
  (world: World) =>
  async ({ actor, meta, input }: Asked<Location>): Changed<Thing, Rejection> => {
    if (!isAdmin(actor)) return adminsOnly
    const id = newThing(meta, 'location')
    const { name, country, zone } = input
    const add = handle(world, location, locationCodec)
    const added = await add(locationStream(meta.tenant, id), meta, () => ({ type: 'Add', name, country, zone }))
    return added.ok ? ok({ id, version: added.value.version }) : added
  }
