import type { Parts } from '../policy/plan.ts'
import type { Figures } from './figures.ts'
import type { Debt, Holding } from './holding.ts'
import { both, type Journal, unheard } from './journal.ts'
import { orderOn } from './order-of-use.ts'
import { atTheStart } from './position.ts'
import type { Situation } from './situation.ts'
import { tally, tallying } from './tally.ts'
import { advance } from './timeline.ts'
import { booking, type Use, uncovered } from './uses.ts'
import { lotsOnAndLater, usesOf } from './uses-of.ts'

/** The figures of a day, and what they are made of. */
export type Reckoning = {
  readonly figures: Figures
  /** Of the year, as they were granted; those that start after the day too where they count. */
  readonly lots: readonly Holding[]
  /** What no lot has covered of the days and pay-outs up to the day. */
  readonly owed: readonly Debt[]
  readonly booked: readonly Use[]
  readonly pending: readonly Use[]
}

/** Who hears what happened up to the day, and what happens after it up to the end of its year. */
export type Audience = { readonly past: Journal; readonly future: Journal }

/** Walks to the day for what was, and on to the end of its year for what is booked. */
export const reckon = (situation: Situation, heard: Audience = NOBODY): Reckoning => {
  const { asOf, year, course, countLaterLots } = situation
  const uses: Use[] = []
  const [at, sums] = [atTheStart(course), tally()]
  const sum = tallying(sums)
  advance(course, at, asOf, heard === NOBODY ? sum : both(sum, heard.past))
  const then = { lots: at.year.slice(), owed: at.debts.map((debt) => ({ ...debt })) }

  const counts = ({ lot }: Holding) => countLaterLots || lot.from <= asOf
  advance(
    course,
    at,
    year.last,
    both(both(booking(asOf, counts, uses), countLaterLots ? grantsOnly(sum) : unheard), heard.future),
  )
  const { lots, owed } = countLaterLots ? { lots: at.year, owed: at.debts.filter(({ on }) => on <= asOf) } : then
  const booked = [...uses, ...uncovered(at, asOf)]
  const pending = usesOf(situation.pending, at.year, lotsOnAndLater(orderOn(course))).filter(
    ({ holding }) => holding === null || (counts(holding) && !(holding.lost > 0 && holding.last < asOf)),
  )
  return { figures: figuresOf(sums, total(booked), total(pending)), lots, owed, booked, pending }
}

const NOBODY: Audience = { past: unheard, future: unheard }

const figuresOf = (sums: ReturnType<typeof tally>, booked: Parts, pending: Parts): Figures => {
  const balance = sums.carried + sums.granted - sums.taken - sums.expired - sums.paidOut
  return { ...sums, booked, pending, balance, available: balance - booked - pending }
}

const grantsOnly = ({ note }: Journal): Journal => ({
  ...unheard,
  note: (kind, on, n, holding, cause) => {
    if (kind === 'grant' || kind === 'credit') note(kind, on, n, holding, cause)
  },
})

const total = (uses: readonly Use[]): Parts => uses.reduce((sum, { n }) => sum + n, 0)
