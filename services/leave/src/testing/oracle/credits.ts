import type { Credit } from '#domain/facts/facts.ts'
import type { Entitlement } from '#domain/policy/policy.ts'
import { type DayNo, dateOf, no } from './almanac.ts'
import { grantsOf } from './grants.ts'
import { leaveYearFirst, once, type PersonDays, stageAt } from './person-days.ts'
import { rounded } from './ratio.ts'
import { validUntil } from './validity.ts'

/** A credit, or the part of one that comes with a grant of the plan. */
export type Due = {
  readonly on: DayNo
  readonly n: number
  readonly source: Credit['source']
  readonly carries: boolean
  readonly until: DayNo | null
  readonly fact: string
}

/** All credits of the leave type as they come, by fact. */
export const creditsOf = once((person): readonly Due[] =>
  person.facts.credits
    .filter(({ leaveType }) => leaveType === person.leaveType)
    .sort((a, b) => (a.fact < b.fact ? -1 : 1))
    .flatMap((credit) => parts(person, credit)),
)

/** With the plan: in the same shares as the leave year's grants (rule 16). */
const parts = (person: PersonDays, credit: Credit): Due[] => {
  const from = no(credit.from)
  const { plan, entitlement } = person.on(from)
  const withPlan = plan?.corrections === 'withPlan' && (credit.source === 'manual' || credit.source === 'correction')
  if (!withPlan || !entitlement || isOverAtJoining(person, entitlement.leaveYear, from))
    return [dueOf(person, credit, from, credit.n)]
  const year = dateOf(leaveYearFirst(person, entitlement.leaveYear, from))
  const grants = grantsOf(person).filter(({ source, leaveYear }) => source === 'plan' && leaveYear === year)
  const all = grants.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return [dueOf(person, credit, from, credit.n)]
  const days = [from, ...new Set(grants.map(({ on }) => no(on)).filter((day) => day > from))].sort((a, b) => a - b)
  let given = 0
  return days.flatMap((day) => {
    const paid = grants.reduce((sum, { on, n }) => (no(on) <= day ? sum + n : sum), 0)
    const share = rounded({ over: BigInt(credit.n) * BigInt(paid), under: BigInt(all) }, plan.rounding)
    const so = paid === all || Math.abs(share) > Math.abs(credit.n) ? credit.n : share
    const n = so - given
    given = so
    const isOver = n > 0 && credit.until !== null && day > no(credit.until)
    return n === 0 || isOver ? [] : [dueOf(person, credit, day, n)]
  })
}

/** Whether the leave year of a day is over before somebody joins. */
const isOverAtJoining = (person: PersonDays, setting: Entitlement['leaveYear'], day: DayNo): boolean => {
  const { joining } = person
  return joining === undefined || leaveYearFirst(person, setting, day) < leaveYearFirst(person, setting, joining)
}

const dueOf = (person: PersonDays, { source, until, fact }: Credit, on: DayNo, n: number): Due => {
  const { plan, stage } = person.on(on)
  if (until !== null) return { on, n, source, carries: false, until: no(until), fact }
  if (!plan) return { on, n, source, carries: true, until: null, fact }
  const valid = validUntil(stageAt(plan, stage).validity, on)
  return { on, n, source, carries: valid.carries, until: valid.until && no(valid.until), fact }
}
