import type { Entry } from '../person/entries.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Tried } from './try-import.ts'

/** With five events each, below the 100 of a record. */
const ENTRIES_MAX = 20
/** Each day is a charge of some 70 bytes: below half of a record's 256 KiB. */
const DAYS_MAX = 1_500
/** Sickness may charge a long leave anew, besides its own days. */
const SICKNESS_DAYS = 400

/** What is brought in by one record each, in order. */
export const batchesOf = (created: Tried['created']): readonly Tried['created'][] => {
  const batches: Tried['created'][number][][] = []
  let days = 0
  for (const one of created) {
    const own = daysIn(one.entry)
    const batch = batches.at(-1)
    const fits = batch !== undefined && batch.length < ENTRIES_MAX && days + own <= DAYS_MAX
    if (fits) batch.push(one)
    else batches.push([one])
    days = fits ? days + own : own
  }
  return batches
}

const daysIn = (entry: Entry): number =>
  entry.kind === 'leave' ? partsOf(entry.dates).length + (entry.sick ? SICKNESS_DAYS : 0) : 1
