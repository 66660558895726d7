import type { Dates, Part } from './absence.ts'
import { type NamedDay, partsOn } from './parts-of.ts'
import type { Minute } from './schedule.ts'
import { share } from './taken.ts'

/** Accepted leave that was there before: a leave costs what it adds to it. */
export type Beside = {
  /** Of any type. What it names of a day is charged already. */
  readonly taken: readonly Dates[]
  /** Of the same type: the sandwich rule `adjoining` looks at it. */
  readonly adjoining: readonly Dates[]
}

export const ALONE: Beside = { taken: [], adjoining: [] }

/**
 * The parts of a day that other leave takes, in the order in which it was accepted. Not of leave in whose slots this one lies: that
 * gives them back (sickness), or a rule of the company lets both have them.
 */
export const takenBeside = ({ taken }: Beside, { day, parts }: NamedDay, noonOf: () => Minute): readonly Part[] =>
  taken.flatMap((dates) => {
    const theirs = partsOn(dates, day)
    if (theirs.length === 0) return []
    return share(theirs, parts, noonOf()) ? [] : theirs
  })
