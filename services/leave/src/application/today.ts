import { dateIn, utcDate } from '@awayday/clock/zone'
import type { LocalDate } from '@awayday/kernel'
import { placeOn } from '#domain/person/employment.ts'
import type { State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'

/** The date where a person works at this moment; no server's zone plays a part. */
export const todayOf = ({ clock }: Pick<World, 'clock'>, { employment }: State): LocalDate => {
  const now = clock.now()
  const place = placeOn(employment, utcDate(now))
  return place ? dateIn(place.zone, now) : utcDate(now)
}
