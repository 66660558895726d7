import { compare } from '@awayday/kernel'
import type { ClosedYear, Facts } from '../facts/facts.ts'
import { closeYear, type YearOutcome } from './close-year.ts'
import type { Figures } from './figures.ts'

/**
 * What a change of the facts changes in years that are closed, oldest first: what comes out of them now, less what their pins and
 * corrections say. With these corrections a closed year is again what it would be if it had never been closed.
 */
export const correctionsOf = (before: Facts, after: Facts): readonly YearOutcome[] =>
  after.closedYears
    .toSorted((a, b) => compare(a.last, b.last))
    .flatMap((year) => {
      const [was, is] = [before, after].map((facts) => closeYear(unpinned(facts), year.leaveType, year.last))
      return was && is ? changeOf(was, is, year) : []
    })

const unpinned = (facts: Facts): Facts => ({ ...facts, closedYears: [] })

/** A year that the change does not touch is left as it is pinned, even where a later version of the calculation would pin something else. */
const changeOf = (
  was: YearOutcome,
  is: YearOutcome,
  { leaveType, last, carry }: ClosedYear,
): readonly YearOutcome[] => {
  const figures = difference(was.figures, is.figures)
  const forfeited = is.forfeited - was.forfeited
  if (is.carry === was.carry && forfeited === 0 && Object.values(figures).every((n) => n === 0)) return []
  return [{ leaveType, last, figures, carry: is.carry - carry.reduce((sum, { n }) => sum + n, 0), forfeited }]
}

const difference = (was: Figures, is: Figures): Figures => ({
  carried: is.carried - was.carried,
  granted: is.granted - was.granted,
  taken: is.taken - was.taken,
  booked: is.booked - was.booked,
  pending: is.pending - was.pending,
  expired: is.expired - was.expired,
  paidOut: is.paidOut - was.paidOut,
  balance: is.balance - was.balance,
  available: is.available - was.available,
})
