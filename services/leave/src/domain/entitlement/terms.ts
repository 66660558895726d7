import type { Unit } from '@awayday/kernel'
import type { Applied, Facts } from '../facts/facts.ts'
import { stage } from '../policy/defaults.ts'
import type { MonthDay } from '../policy/length.ts'
import type { Frequency, Plan, Stage } from '../policy/plan.ts'
import type { Minute } from '../time/schedule.ts'
import { type Day, dayOf, NO_END, plusLength } from './days.ts'
import type { Origin } from './grid.ts'
import { leaveYearStart } from './leave-year.ts'
import { policiesOf } from './policy-on.ts'
import { stageAt, stageDays } from './stage-on.ts'

/** Terms by which something is earned. */
export type Earning = Terms & { readonly plan: Plan }

export const earns = (terms: Terms): terms is Earning => terms.plan !== null

/** What holds for a person and a leave type from a day on, until the next terms. */
export type Terms = {
  readonly from: Day
  readonly fact: string
  readonly unit: Unit
  /** The fixed length of a day, where the policy has one. */
  readonly dayMinutes: Minute | null
  /** Null: nothing is earned. */
  readonly plan: Plan | null
  /** The day on which each stage begins. */
  readonly stageDays: readonly Day[]
  /** Before this day nothing is earned: the first stage has not begun. */
  readonly begins: Day
  /** Before this day somebody waits: what would be earned is lost. */
  readonly lostBefore: Day
  /** No grant is due before this day. */
  readonly grantedFrom: Day
  readonly origin: Origin
  /** The days on which something of this changes. */
  readonly changes: readonly Day[]
}

/** The terms that matter from the day of joining on, oldest first; the first also hold before. Of two that begin on one day the later one holds. */
export const termsOf = (facts: Facts, leaveType: string, joining: Day): readonly Terms[] => {
  const policies = policiesOf(facts, leaveType).filter(({ from }, nth, all) => all[nth + 1]?.from !== from)
  const atJoining = policies.findLastIndex(({ from }) => dayOf(from) <= joining)
  return policies.slice(Math.max(0, atJoining)).map((applied) => terms(applied, joining))
}

const terms = (applied: Applied, joining: Day): Terms => {
  const { entitlement, counting } = applied.policy
  const { hours } = counting
  const plan = entitlement?.plan ?? null
  const days = plan ? stageDays(plan, applied, joining) : []
  const waiting = plan?.waiting ?? null
  const waitsUntil = waiting ? plusLength(joining, waiting.length) : joining
  const from = dayOf(applied.from)
  const begins = days[0] ?? NO_END
  const lostBefore = waiting?.earned === 'lost' ? waitsUntil : joining
  return {
    from,
    fact: applied.fact,
    unit: applied.policy.unit,
    dayMinutes: hours === 'scheduled' ? null : hours.dayMinutes,
    plan,
    stageDays: days,
    begins,
    lostBefore,
    grantedFrom: waiting?.earned === 'granted' ? waitsUntil : joining,
    origin: { leaveYear: leaveYearStart(entitlement, joining), joining },
    changes: [from, begins, lostBefore, ...(plan?.cutPeriod === 'byDays' ? days : [])],
  }
}

/** Which of the terms are in force on a day: their place in the list. */
export const inForceAt = (all: readonly Terms[], day: Day): number => {
  let at = all.length - 1
  while (at > 0 && (all[at]?.from ?? 0) > day) at -= 1
  return at
}

/** A plan without stages earns nothing. */
export const stageOf = ({ plan, stageDays }: Earning, day: Day): Stage => stageAt(plan.stages, stageDays, day) ?? stage

export const sameFrequency = (a: Frequency, b: Frequency): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

export const sameDate = (a: MonthDay, b: MonthDay): boolean => a.month === b.month && a.day === b.day
