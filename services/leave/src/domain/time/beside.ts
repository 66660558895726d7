import type { Dates, Part } from './absence.ts'
import { namedOnce } from './named-once.ts'
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
 * The parts of a day that other leave takes, in the order in which it was accepted, none twice. Not of leave in whose slots this one lies:
 * that gives them back (sickness), or a rule of the company lets both have them.
 */
export const takenBeside = ({ taken }: Beside, { day, parts }: NamedDay, noonOf: () => Minute): readonly Part[] => {
  const named = taken.map((dates) => partsOn(dates, day)).filter((theirs) => theirs.length > 0)
  if (named.length === 0) return []
  const noon = noonOf()
  return namedOnce(named.filter((theirs) => !share(theirs, parts, noon)).flat(), noon)
}
