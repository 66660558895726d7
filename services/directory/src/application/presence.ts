import { dateIn, utcDate } from '@awayday/clock/zone'
import type { Instant, LocalDate, PersonId, TenantId } from '@awayday/kernel'
import { type Employed, hasLeftBy, isKnown, type Place, placeOn, type State } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { loadLocation, loadPerson } from './load.ts'

/** Somebody who may act: a person of the company whose last day, where they work, is not over. */
export const presence = async (
  world: World,
  tenant: TenantId,
  id: PersonId,
): Promise<Extract<State, Employed> | undefined> => {
  const state = await loadPerson(world, tenant, id)
  if (!isKnown(state)) return undefined
  // Only a known last day needs today's date, and with it a time zone: milliseconds that nobody else should wait for.
  if (state.status === 'leaving' && hasLeftBy(state, await todayOf(world, tenant, state))) return undefined
  return state
}

/** Today where somebody works. */
export const todayOf = async (world: World, tenant: TenantId, state: Employed): Promise<LocalDate> => {
  const now = world.clock.now()
  const location = await loadLocation(world, tenant, placeAt(state, now).location)
  if (location.status === 'unknown') throw new Error('somebody works at a location that does not exist')
  return dateIn(location.zone, now)
}

/** Which zone counts on the day of a move is a matter of hours: the date in UTC decides. */
const placeAt = (state: Employed, now: Instant): Place => placeOn(state, utcDate(now))
