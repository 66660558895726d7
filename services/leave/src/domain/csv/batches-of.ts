import type { Entry } from '../person/entries.ts'
import { RANGE_DAYS_MAX } from '../time/not-dates.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Tried } from './try-import.ts'

/** Of a record; its first says that it was brought in. */
const EVENTS_MAX = 100 - 1
/** Leave that was asked for, waited, was approved and cancelled, and made other leave cost otherwise. */
const EVENTS_EACH = 5
/** Each day is a charge of some 70 bytes: two thirds of a record's 256 KiB. */
const DAYS_MAX = 2_500
/** Sickness may charge the longest leave anew, besides its own days. */
const SICKNESS_DAYS = RANGE_DAYS_MAX

/** What is brought in by one record each, in order. `closedYears`: of all types; a record may correct each of them, and each that it closes. */
export const batchesOf = (created: Tried['created'], closedYears: number): readonly Tried['created'][] => {
  const closed = closedYears + created.filter(({ entry }) => entry.kind === 'year').length
  const most = Math.floor((EVENTS_MAX - closed) / EVENTS_EACH)
  const batches: Tried['created'][number][][] = []
  let days = 0
  for (const one of created) {
    const own = daysIn(one.entry)
    const batch = batches.at(-1)
    const fits = batch !== undefined && batch.length < most && days + own <= DAYS_MAX
    if (fits) batch.push(one)
    else batches.push([one])
    days = fits ? days + own : own
  }
  return batches
}

const daysIn = (entry: Entry): number =>
  entry.kind === 'leave' ? partsOf(entry.dates).length + (entry.sick ? SICKNESS_DAYS : 0) : 1
