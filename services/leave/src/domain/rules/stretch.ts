import { addDays, epochDay, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Minute, Span } from '../time/schedule.ts'
import { DAY_ENDS, workWithin } from '../time/work-of.ts'
import { noonOn, workOn } from '../time/work-on.ts'
import { reckoned } from './away-spans.ts'
import type { Case } from './case.ts'
import { lengthByDay, type Measure, type Measured, total } from './measure.ts'
import { isFor } from './when.ts'

/**
 * Whether other leave that the rule is for lengthens this one. `off` (default); `nextDay`: where the one begins on the day the other ends
 * or on the next, and nothing is worked between; `overFreeDays`: whenever nothing is worked between them.
 */
export type Adjoining = 'off' | 'nextDay' | 'overFreeDays'

/** Leave without work in it; `n` in 1/10,000 of the measure. */
export type Stretch = {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly n: number
  /** The other requests in it. */
  readonly requests: readonly string[]
}

/** The leave wished, as it is; or, with what adjoins it, each stretch that it has a part in. `counts`: which other leave does. */
export const stretchesOf = (
  c: Case,
  measure: Measure,
  adjoining: Adjoining,
  counts: (leaveType: string) => boolean = (leaveType) => isFor(c.when, leaveType),
): readonly Stretch[] => {
  const { wish, facts, first, last } = c
  if (adjoining === 'off') return [{ first, last, n: total(lengthByDay(wish, measure, facts)), requests: [] }]
  const leaves: readonly Own[] = [{ ...wish, id: wish.request }, ...othersOf(c, counts)]
  return runsOf(
    leaves.flatMap((leave) => piecesOf(facts, leave)),
    facts,
    adjoining,
  ).flatMap((run) => {
    if (!run.leaves.includes(wish.request)) return []
    const within = leaves.filter(({ id }) => run.leaves.includes(id))
    const charged = within.flatMap((leave) => lengthByDay(leave, measure, facts))
    const n =
      measure === 'calendarDays'
        ? (epochDay(run.end.day) - epochDay(run.first) + 1) * 10_000
        : total(charged.filter(({ day }) => run.first <= day && day <= run.end.day))
    return [
      { first: run.first, last: run.end.day, n, requests: run.leaves.filter((id) => id !== wish.request).toSorted() },
    ]
  })
}

type Own = Measured & { readonly id: string }

const othersOf = ({ wish, facts }: Case, counts: (leaveType: string) => boolean): readonly Own[] =>
  facts.leaves.filter(({ id, status, leaveType }) => status !== 'over' && id !== wish.request && counts(leaveType))

/** Part of a day, in minutes of it. */
type Piece = { readonly leave: string; readonly day: LocalDate; readonly from: Minute; readonly to: Minute }

/** A half without a side may be either one: it leaves no gap. */
const piecesOf = (facts: Facts, { id, dates }: Own): readonly Piece[] =>
  partsOf(dates).flatMap(({ day, parts }) =>
    parts.map((part) => ({ leave: id, day, ...reckoned(part, noonOn(facts, day)) })),
  )

type Run = { readonly first: LocalDate; readonly end: Piece; readonly leaves: readonly string[] }

const runsOf = (pieces: readonly Piece[], facts: Facts, adjoining: Adjoining): readonly Run[] => {
  const runs: Run[] = []
  for (const piece of pieces.toSorted((a, b) => (a.day === b.day ? a.from - b.from : a.day < b.day ? -1 : 1))) {
    const run = runs.at(-1)
    if (run && adjoins(facts, run.end, piece, adjoining)) runs[runs.length - 1] = lengthened(run, piece)
    else runs.push({ first: piece.day, end: piece, leaves: [piece.leave] })
  }
  return runs
}

const lengthened = ({ first, end, leaves }: Run, piece: Piece): Run => ({
  first,
  end: piece.day === end.day && piece.to < end.to ? end : piece,
  leaves: leaves.includes(piece.leave) ? leaves : [...leaves, piece.leave],
})

const adjoins = (facts: Facts, before: Piece, after: Piece, adjoining: Adjoining): boolean => {
  if (adjoining === 'nextDay' && addDays(before.day, 1) < after.day) return false
  if (before.day === after.day) return !isWorked(facts, before.day, { from: before.to, to: after.from })
  if (isWorked(facts, before.day, { from: before.to, to: DAY_ENDS })) return false
  for (let day = addDays(before.day, 1); day < after.day; day = addDays(day, 1))
    if (isWorked(facts, day, { from: 0, to: DAY_ENDS })) return false
  return !isWorked(facts, after.day, { from: 0, to: after.from })
}

const isWorked = (facts: Facts, day: LocalDate, span: Span): boolean => {
  const work = workOn(facts, day)
  return work.halves > 0 && workWithin(work, span).length > 0
}
