import type { Applied, Facts } from '#domain/facts/facts.ts'
import type { Frequency, Plan, Stage } from '#domain/policy/plan.ts'
import type { Entitlement } from '#domain/policy/policy.ts'
import { type DayNo, dateOf, dayIn, monthDayIn, nextMonthDay, no, plus, ymd } from './almanac.ts'

/** What holds for a person on a day. */
export type PersonDay = {
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
  /** Whatever was worked out once for this person. */
  readonly memo: Map<unknown, unknown>
}

export const personDays = (facts: Facts, leaveType: string, first: DayNo, last: DayNo): PersonDays => {
  const policies = facts.policies.filter(({ policy }) => policy.leaveType === leaveType)
  const joining = facts.employment[0] && no(facts.employment[0].from)
  const waitOf = (plan: Plan | null | undefined): DayNo => lostUntil(plan, joining) ?? first
  const held = policies.map((applied) => {
    const entitlement = applied.policy.entitlement
    const plan = entitlement?.plan ?? null
    const begins = plan ? plan.stages.map((_, i) => stageFirst(plan, i, applied, joining)) : []
    return { applied, entitlement, plan, from: no(applied.from), begins, waiting: waitOf(plan) }
  })
  const stints = facts.employment.map(({ from, until }) => [no(from), until === null ? last : no(until)] as const)
  const days: PersonDay[] = []
  for (let day = first; day <= last; day++) {
    const now = held.findLast(({ from }) => from <= day)
    const employed = stints.some(([from, until]) => from <= day && day <= until)
    const waits = now !== undefined && day < now.waiting
    const today: PersonDay = {
      employed,
      earning: employed && !waits,
      applied: now?.applied,
      entitlement: now?.entitlement ?? null,
      plan: now?.plan ?? null,
      stage: now ? now.begins.findLastIndex((begin) => begin <= day) : -1,
    }
    const before = days.at(-1)
    days.push(before && isAlike(before, today) ? before : today)
  }
  const on = (day: DayNo): PersonDay => {
    const found = days[day - first]
    if (!found) throw new Error(`${dateOf(day)} is out of the oracle's sight`)
    return found
  }
  const firstEntitlement = policies[0]?.policy.entitlement ?? null
  return { facts, leaveType, first, last, joining, firstEntitlement, on, memo: new Map() }
}

const isAlike = (a: PersonDay, b: PersonDay): boolean =>
  a.employed === b.employed && a.earning === b.earning && a.applied === b.applied && a.stage === b.stage

/** The last stage that has begun by tenure; -1 before the first. */
export const stageOf = (plan: Plan, applied: Applied, joining: DayNo | undefined, day: DayNo): number =>
  plan.stages.findLastIndex((_, i) => stageFirst(plan, i, applied, joining) <= day)

/** The day on which a stage begins; without joining only the policy's first day counts. */
const stageFirst = (plan: Plan, index: number, applied: Applied, joining: DayNo | undefined): DayNo => {
  const { from } = applied
  const start = plan.tenureFrom === 'planStart' ? Math.max(no(from), joining ?? 0) : (joining ?? no(from))
  const day = plus(start, stageAt(plan, index).after)
  if (index === 0 || plan.milestones === 'onTheDay') return day
  const setting = applied.policy.entitlement?.leaveYear ?? 'anniversary'
  const { m, d } = ymd(joining ?? 0)
  const date = setting === 'anniversary' ? { month: m, day: d } : setting
  const next = nextMonthDay(day, date)
  const moved = plan.milestones === 'nextLeaveYear' || next === day ? next : monthDayIn(ymd(next).y - 1, date)
  return Math.max(moved, stageFirst(plan, 0, applied, joining))
}

/** The first day after a waiting period whose earnings are lost. */
export const lostUntil = (plan: Plan | null | undefined, joining: DayNo | undefined): DayNo | undefined =>
  plan?.waiting?.earned === 'lost' && joining !== undefined ? plus(joining, plan.waiting.length) : undefined

export const stageAt = (plan: Plan, index: number): Stage => {
  const stage = plan.stages[Math.max(0, index)]
  if (!stage) throw new Error('a plan has at least one stage')
  return stage
}

/** Worked out once for each person. */
export const once = <T>(make: (person: PersonDays) => T): ((person: PersonDays) => T) => {
  const made = new WeakMap<PersonDays, { readonly is: T }>()
  return (person) => {
    const known = made.get(person) ?? { is: make(person) }
    made.set(person, known)
    return known.is
  }
}

/** Worked out once for this person, for each name and setting. */
export const remember = <T>(
  { memo }: PersonDays,
  name: string,
  make: () => T,
  setting: unknown,
  other?: unknown,
): T => {
  const of = inside(inside(memo, name), setting)
  if (!of.has(other)) of.set(other, make())
  return of.get(other) as T
}

const inside = (memo: Map<unknown, unknown>, key: unknown): Map<unknown, unknown> => {
  const found = memo.get(key)
  if (found instanceof Map) return found
  const fresh = new Map<unknown, unknown>()
  memo.set(key, fresh)
  return fresh
}

/** Whether a leave year starts on a day. */
export const startsLeaveYear = ({ joining }: PersonDays, setting: Entitlement['leaveYear'], day: DayNo): boolean => {
  const { y } = ymd(day)
  if (setting !== 'anniversary') return monthDayIn(y, setting) === day
  return joining !== undefined && dayIn(y, ymd(joining).m, ymd(joining).d) === day
}

/** The first day of the leave year that a day lies in. */
export const leaveYearFirst = (person: PersonDays, setting: Entitlement['leaveYear'], day: DayNo): DayNo => {
  const first = leaveYearInSight(person, setting, day)
  if (first === undefined) throw new Error(`the leave year of ${dateOf(day)} is out of the oracle's sight`)
  return first
}

/** The same; nothing for the days before the first one in sight. */
export const leaveYearInSight = (
  person: PersonDays,
  setting: Entitlement['leaveYear'],
  day: DayNo,
): DayNo | undefined => {
  const firsts = remember(
    person,
    'leave years',
    () => {
      const found: (DayNo | undefined)[] = []
      let first: DayNo | undefined
      for (let each = person.first; each <= person.last; each++) {
        if (startsLeaveYear(person, setting, each)) first = each
        found.push(first)
      }
      return found
    },
    setting,
  )
  return firsts[day - person.first]
}

export const isCarryOverDay = (person: PersonDays, day: DayNo): boolean => {
  const before = person.on(day - 1)
  const entitlement = before.applied ? before.entitlement : person.firstEntitlement
  const { carryOverOn, leaveYear } = entitlement ?? { carryOverOn: 'leaveYear', leaveYear: { month: 1, day: 1 } }
  return startsLeaveYear(person, carryOverOn === 'leaveYear' ? leaveYear : carryOverOn, day)
}

export const frequencyOn = ({ plan, stage }: PersonDay): Frequency | undefined =>
  plan ? stageAt(plan, stage).frequency : undefined
