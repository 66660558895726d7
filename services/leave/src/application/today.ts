import { epochMs, type Instant, type LocalDate, parseLocalDate } from '@awayday/kernel'
import { placeOn } from '#domain/employment.ts'
import type { State } from '#domain/state.ts'
import type { World } from '#ports/world.ts'

/** The date where a person works at this moment; no server's zone plays a part. */
export const todayOf = ({ clock }: Pick<World, 'clock'>, { employment }: State): LocalDate => {
  const now = clock.now()
  const utc = utcDate(now)
  const place = placeOn(employment, utc)
  return place ? (parseLocalDate(formatOf(place.zone).format(epochMs(now))) ?? utc) : utc
}

export const utcDate = (at: Instant): LocalDate => {
  const date = parseLocalDate(at.slice(0, 10))
  if (!date) throw new Error('an instant outside the years we know')
  return date
}

/** Made once per zone: a format costs 50 us, the first use of `Intl` 9 ms. `en-CA` prints `YYYY-MM-DD`. */
const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}
