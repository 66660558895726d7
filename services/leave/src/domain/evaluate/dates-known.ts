import { compare, type LocalDate } from '@awayday/kernel'
import { without } from '../person/without.ts'
import type { Dates } from '../time/absence.ts'
import { firstAndLast } from '../time/first-and-last.ts'
import type { Asked } from './case.ts'
import { isKnown } from './known.ts'

/** The dates of a leave as they were at the end of a day: after the edits up to then, without the days taken back. */
export const datesKnown = ({ dates, edits, cancelledDays }: Asked, on: LocalDate | null): Dates => {
  const changes = [
    ...edits.map((edit) => ({ on: edit.on, change: () => edit.dates })),
    ...cancelledDays.map((gone) => ({ on: gone.on, change: (left: Dates) => without(left, [gone]) })),
  ]
  return changes
    .filter((change) => isKnown(change.on, on))
    .toSorted((a, b) => compare(a.on, b.on))
    .reduce((left, { change }) => change(left), dates)
}

/** The first day that leave names. */
export const firstDayOf = (dates: Dates): LocalDate | undefined => firstAndLast(dates)?.first

/** The day it was asked for, as far as the document says. */
export const askedOnOf = ({ askedOn, recordedOn, dates }: Asked): LocalDate | undefined =>
  askedOn ?? recordedOn ?? firstDayOf(dates)
