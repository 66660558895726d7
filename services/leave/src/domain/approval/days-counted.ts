import { addDays, type LocalDate, type PersonId } from '@awayday/kernel'
import type { Seat } from './approvers.ts'
import type { Office } from './office.ts'
import type { Open } from './passing.ts'
import { heardSeats } from './seats-taken.ts'

/** How far ahead working days are counted: who does not work for so long is not waited for. */
const HORIZON_DAYS = 400

/** The seats of a level that wait on a day: those that have not been heard. */
export type WaitingSeats = (day: LocalDate) => readonly Seat[]

/** Remembers the days that were looked up, as they are asked for again and again. */
export const waitingSeats = (office: Office, approval: Open): WaitingSeats => {
  const known = new Map<LocalDate, readonly Seat[]>()
  return (day) => {
    const seats = known.get(day) ?? heardSeats(office, approval, approval.waiting, day).filter(({ yes }) => !yes)
    known.set(day, seats)
    return seats
  }
}

/** Everybody that these seats wait for on a day. */
export const peopleOn = (seats: WaitingSeats, day: LocalDate, which: readonly number[]): readonly PersonId[] =>
  seats(day)
    .filter(({ seat }) => which.includes(seat))
    .flatMap(({ by }) => by)

/** The n-th day after `since` that counts, up to `until`; undefined: there is none, or none for more than a year. */
export const nthDay = (
  since: LocalDate,
  n: number,
  until: LocalDate | undefined,
  counts: (day: LocalDate) => boolean,
): LocalDate | undefined => {
  let left = n
  for (const day of daysAfter(since, until)) {
    if (counts(day)) left--
    if (left <= 0) return day
  }
  return undefined
}

export function* daysAfter(since: LocalDate, until: LocalDate | undefined): Generator<LocalDate> {
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(since, ahead)
    if (until !== undefined && until < day) return
    yield day
  }
}
