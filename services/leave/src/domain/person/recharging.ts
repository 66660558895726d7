import { compare } from '@awayday/kernel'
import { acceptedBefore } from '../facts/accepted-before.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import { chargesLeft, givenBack } from '../sickness/given-back.ts'
import type { Charge } from '../time/charged.ts'
import type { Context } from './context.ts'
import type { Because, Event, Recharged } from './events.ts'
import { evolve } from './evolve.ts'
import { factsOf } from './facts-of.ts'
import { type Asked, isAccepted, placeOf, type State, stands } from './state.ts'

/**
 * What pending and accepted leave costs otherwise once these events have happened, and what changes of it that wait would. Only
 * days whose cost they change: all others keep what they were charged, whatever it was counted by.
 */
export const recharged = (
  before: State,
  events: readonly Event[],
  because: Because,
  context: Context,
): readonly Event[] => {
  const after = events.reduce(evolve, before)
  const touched = after.requests.filter((asked) => mayCostOtherwise(asked, because, after))
  const [was, is] = [factsOf(before, context.documents), factsOf(after, context.documents)]
  const leaves = touched.filter(stands).flatMap((asked): readonly Recharged[] => {
    const old = before.requests.find(({ request }) => request === asked.request)
    if (!old || old.dates !== asked.dates) return []
    const charges = renewed(asked.charges, costOf(old, before, was), costOf(asked, after, is))
    return charges ? [{ request: asked.request, charges }] : []
  })
  const proposals = touched.flatMap((asked): readonly Recharged[] => {
    const [old, now] = [before.requests.find(({ request }) => request === asked.request)?.proposal, asked.proposal]
    if (!old || !now || old.dates !== now.dates) return []
    const wish = { ...asked, dates: now.dates }
    const charges = renewed(now.charges, costOf(wish, before, was), costOf(wish, after, is))
    return charges ? [{ request: asked.request, charges }] : []
  })
  return leaves.length + proposals.length > 0 ? [{ type: 'LeaveRecharged', leaves, proposals, because }] : []
}

/** What a leave costs by the facts beside what was accepted before it, less what sickness gives back. */
export const costOf = (asked: Costing, state: State, facts: Facts): readonly Charge[] => {
  const charges = chargesFor(facts, asked.leaveType, asked.dates, acceptedBefore(facts.leaves, asked.request))
  return leftBySickness(asked, state.requests, charges, facts)
}

/** As far as its cost goes by it; the request may be one that nobody has made yet. */
type Costing = Pick<Asked, 'request' | 'leaveType' | 'dates'>

/** Whatever is pending is given back too: approved later, it takes nothing for those days. */
const leftBySickness = (
  { request: id, leaveType, dates }: Costing,
  requests: readonly Asked[],
  charges: readonly Charge[],
  facts: Facts,
): readonly Charge[] => {
  let left = charges
  for (const other of requests) {
    const { sick } = other
    if (!sick || other.leaveType === leaveType || !isAccepted(other)) continue
    const leave: Leave = { id, leaveType, dates, status: 'accepted', charges: left, fact: '' }
    const given = givenBack([leave], { dates: other.dates, certificate: sick.certificate }, sick.overLeave, facts)
    left = chargesLeft(leave, given, facts)
  }
  return left
}

/** Leave that is accepted, changed or taken back is of no weight for what was accepted before it, unless it is sickness. */
const mayCostOtherwise = (asked: Asked, because: Because, { requests }: State): boolean => {
  const about = requests.find(({ request }) => because.kind === 'leave' && request === because.document)
  return !about || about.sick !== null || !isAccepted(asked) || placeOf(about) <= placeOf(asked)
}

/**
 * What is charged where the cost of a leave becomes another one: only on the days where it does. Undefined: on none.
 */
export const renewed = (
  charged: readonly Charge[],
  was: readonly Charge[],
  is: readonly Charge[],
): readonly Charge[] | undefined => {
  const days = new Set([...was, ...is].map(({ day }) => day))
  const on = (charges: readonly Charge[], day: string) => charges.filter((charge) => charge.day === day)
  const changed = new Set([...days].filter((day) => JSON.stringify(on(was, day)) !== JSON.stringify(on(is, day))))
  if (changed.size === 0) return undefined
  return [...charged.filter(({ day }) => !changed.has(day)), ...is.filter(({ day }) => changed.has(day))].sort((a, b) =>
    compare(a.day, b.day),
  )
}
