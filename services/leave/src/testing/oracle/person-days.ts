import type { Applied, Facts } from '../../domain/facts/facts.ts'
import type { Frequency, Plan, Stage } from '../../domain/policy/plan.ts'
import type { Entitlement } from '../../domain/policy/policy.ts'
import { type DayNo, dateOf, dayIn, monthDayIn, no, plus, ymd } from './almanac.ts'

/** What holds for a person on a day. */
export type PersonDay = {
  readonly day: DayNo
  readonly employed: boolean
  /** Employed, and not in a waiting period whose earnings are lost. */
  readonly earning: boolean
  readonly applied: Applied | undefined
  readonly entitlement: Entitlement | null
  readonly plan: Plan | null
  /** -1: no plan, or before its first stage. */
  readonly stage: number
}

/** Everything about a person and one leave type, looked up day by day, from `first` to `last`. */
export type PersonDays = {
  readonly facts: Facts
  readonly leaveType: string
  readonly first: DayNo
  readonly last: DayNo
  readonly joining: DayNo | undefined
  /** It says when carry-over days are before any policy applies. */
  readonly firstEntitlement: Entitlement | null
  readonly on: (day: DayNo) => PersonDay
  /** Whatever was worked out once for this person, by name. */
  readonly memo: Map<string, unknown>
}

export const personDays = (facts: Facts, leaveType: string, first: DayNo, last: DayNo): PersonDays => {
  const policies = facts.policies.filter(({ policy }) => policy.leaveType === leaveType)
  const joining = facts.employment[0] && no(facts.employment[0].from)
  const firstPlan = policies[0]?.policy.entitlement?.plan
  const days: PersonDay[] = []
  for (let day = first; day <= last; day++) {
    const date = dateOf(day)
    const applied = policies.findLast(({ from }) => from <= date)
    const entitlement = applied?.policy.entitlement ?? null
    const plan = entitlement?.plan ?? null
    const employed = facts.employment.some(({ from, until }) => from <= date && (until === null || date <= until))
    const waiting = (applied ? plan : firstPlan)?.waiting
    const waits = waiting?.earned === 'lost' && joining !== undefined && day < plus(joining, waiting.length)
    const stage = plan && applied ? stageOf(plan, applied, joining, day) : -1
    days.push({ day, employed, earning: employed && !waits, applied, entitlement, plan, stage })
  }
  const on = (day: DayNo): PersonDay => {
    const found = days[day - first]
    if (!found) throw new Error(`${dateOf(day)} is out of the oracle's sight`)
    return found
  }
  const firstEntitlement = policies[0]?.policy.entitlement ?? null
  return { facts, leaveType, first, last, joining, firstEntitlement, on, memo: new Map() }
}

/** The last stage that has begun by tenure; -1 before the first. */
export const stageOf = (plan: Plan, { from }: Applied, joining: DayNo | undefined, day: DayNo): number => {
  const start = plan.tenureFrom === 'planStart' ? Math.max(no(from), joining ?? 0) : joining
  return plan.stages.findLastIndex(({ after }, i) =>
    start === undefined ? i === 0 && after.n === 0 : plus(start, after) <= day,
  )
}

export const stageAt = (plan: Plan, index: number): Stage => {
  const stage = plan.stages[Math.max(0, index)]
  if (!stage) throw new Error('a plan has at least one stage')
  return stage
}

export const remember = <T>({ memo }: PersonDays, name: string, make: () => T): T => {
  if (!memo.has(name)) memo.set(name, make())
  return memo.get(name) as T
}

/** Whether a leave year starts on a day. */
export const startsLeaveYear = ({ joining }: PersonDays, setting: Entitlement['leaveYear'], day: DayNo): boolean => {
  const { y } = ymd(day)
  if (setting !== 'anniversary') return monthDayIn(y, setting) === day
  return joining !== undefined && dayIn(y, ymd(joining).m, ymd(joining).d) === day
}

/** The first day of the leave year that a day lies in. */
export const leaveYearFirst = (person: PersonDays, setting: Entitlement['leaveYear'], day: DayNo): DayNo => {
  const firsts = remember(person, `leave years of ${JSON.stringify(setting)}`, () => {
    const found: (DayNo | undefined)[] = []
    let first: DayNo | undefined
    for (let each = person.first; each <= person.last; each++) {
      if (startsLeaveYear(person, setting, each)) first = each
      found.push(first)
    }
    return found
  })
  const first = firsts[day - person.first]
  if (first === undefined) throw new Error(`the leave year of ${dateOf(day)} is out of the oracle's sight`)
  return first
}

export const isCarryOverDay = (person: PersonDays, day: DayNo): boolean => {
  const before = person.on(day - 1)
  const entitlement = before.applied ? before.entitlement : person.firstEntitlement
  const { carryOverOn, leaveYear } = entitlement ?? { carryOverOn: 'leaveYear', leaveYear: { month: 1, day: 1 } }
  return startsLeaveYear(person, carryOverOn === 'leaveYear' ? leaveYear : carryOverOn, day)
}

export const frequencyOn = ({ plan, stage }: PersonDay): Frequency | undefined =>
  plan ? stageAt(plan, stage).frequency : undefined
