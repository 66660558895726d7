import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '#domain/facts/facts.ts'
import type { CarryOver } from '#domain/policy/carry-over.ts'
import type { Counting } from '#domain/policy/counting.ts'
import type { MonthDay } from '#domain/policy/length.ts'
import type { Frequency, Plan, Stage } from '#domain/policy/plan.ts'
import type { Entitlement } from '#domain/policy/policy.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import type { Engine } from './agreement.ts'
import { dateOf, no } from './oracle/almanac.ts'

/** Engines broken on purpose, each in one way that a person might break it. */
export const plantedBugs: Readonly<Record<string, (honest: Engine) => Engine>> = {
  'ends lots a day early': given((facts) => ({
    ...facts,
    credits: facts.credits.map((credit) => (credit.until ? { ...credit, until: before(credit.until) } : credit)),
  })),
  'lets the last day of credits be carried over': given((facts) => ({
    ...facts,
    credits: facts.credits.map((credit) => (credit.until?.endsWith('12-31') ? { ...credit, until: null } : credit)),
  })),
  'compares the balance cap after the grant': stages((stage) => ({
    ...stage,
    balanceCap: stage.balanceCap === null ? null : stage.balanceCap + 1,
  })),
  'forgets the yearly cap': stages((stage) => ({ ...stage, yearlyCap: null })),
  'rounds halves down': plans(({ rounding, ...plan }) => ({
    ...plan,
    rounding: { ...rounding, mode: rounding.mode === 'nearest' ? 'down' : rounding.mode },
  })),
  'rounds each grant though they add up': plans(({ rounding, ...plan }) => ({
    ...plan,
    rounding: { ...rounding, of: 'each' },
  })),
  'takes the 31st for the 30th': stages((stage) => ({ ...stage, frequency: earlier(stage.frequency) })),
  'moves 29 February to March': entitlements((entitlement) => ({
    ...entitlement,
    leaveYear: moved(entitlement.leaveYear),
    carryOverOn: moved(entitlement.carryOverOn),
  })),
  'begins milestones a day late': stages((stage) =>
    stage.after.unit === 'day' ? stage : { ...stage, after: { ...stage.after, n: stage.after.n + 1 } },
  ),
  'pays joiners in full': plans((plan) => ({ ...plan, partial: { ...plan.partial, joiner: 'full' } })),
  'forgets the waiting period': plans((plan) => ({ ...plan, waiting: null })),
  'pays at the start what is due at the end': plans((plan) => ({ ...plan, due: 'start' })),
  'counts holidays as working days': plans((plan) => ({
    ...plan,
    proration: { ...plan.proration, countHolidays: true },
  })),
  'carries all that is left': carryOvers((carryOver) => ({ ...carryOver, most: null, totalMost: null })),
  'lets the part that is kept expire': carryOvers((carryOver) => ({ ...carryOver, keeps: 0 })),
  'drops every debt': carryOvers((carryOver) => ({ ...carryOver, debt: 'dropped' })),
  'uses new days before carried ones': entitlements((entitlement) => ({ ...entitlement, order: 'lastUsableFirst' })),
  'counts what is over as accepted': given((facts) => ({
    ...facts,
    leaves: facts.leaves.map((leave) => ({ ...leave, status: leave.status === 'over' ? 'accepted' : leave.status })),
  })),
  'takes the newest schedule for all days': given((facts) => ({ ...facts, schedules: only(facts.schedules) })),
  'takes the newest place for all days': given((facts) => ({ ...facts, places: only(facts.places) })),
  'frees the whole day for half a holiday': calendars((calendar) => ({
    ...calendar,
    holidays: calendar.holidays.map((holiday) => ({ ...holiday, part: 'whole' })),
  })),
  'forgets closings': calendars((calendar) => ({ ...calendar, closings: [] })),
  'leaves out the last day of a range': given((facts) => ({
    ...facts,
    policies: facts.policies.map((applied) => ({
      ...applied,
      policy: { ...applied.policy, counting: withoutLast(applied.policy.counting) },
    })),
  })),
  'charges the same half twice': (honest) => ({
    ...honest,
    chargesFor: (facts, leaveType, dates, earlier = []) =>
      honest.chargesFor(
        facts,
        leaveType,
        dates,
        earlier.filter((one) => one.leaveType === leaveType),
      ),
  }),
  'charges days after the last day of employment': (honest) => ({
    ...honest,
    chargesFor: (facts, ...rest) =>
      honest.chargesFor({ ...facts, employment: facts.employment.map((one) => ({ ...one, until: null })) }, ...rest),
  }),
  'forgets pending leave': (honest) => ({
    ...honest,
    ledgerOf: (facts, leaveType, asOf) => {
      const ledger = honest.ledgerOf(facts, leaveType, asOf)
      return { ...ledger, figures: { ...ledger.figures, pending: 0 } }
    },
  }),
  'covers whatever is asked for': (honest) => ({ ...honest, notCovered: () => undefined }),
}

/** The honest engine, with other facts than those that are there. */
function given(change: (facts: Facts) => Facts): (honest: Engine) => Engine {
  return (honest) => ({
    chargesFor: (facts, ...rest) => honest.chargesFor(change(facts), ...rest),
    grantsOf: (facts, ...rest) => honest.grantsOf(change(facts), ...rest),
    ledgerOf: (facts, ...rest) => honest.ledgerOf(change(facts), ...rest),
    notCovered: (facts, ...rest) => honest.notCovered(change(facts), ...rest),
  })
}

function entitlements(change: (entitlement: Entitlement) => Entitlement): (honest: Engine) => Engine {
  return given((facts) => ({
    ...facts,
    policies: facts.policies.map((applied) => {
      const { entitlement } = applied.policy
      return { ...applied, policy: { ...applied.policy, entitlement: entitlement && change(entitlement) } }
    }),
  }))
}

function plans(change: (plan: Plan) => Plan): (honest: Engine) => Engine {
  return entitlements((entitlement) => ({ ...entitlement, plan: entitlement.plan && change(entitlement.plan) }))
}

function stages(change: (stage: Stage) => Stage): (honest: Engine) => Engine {
  return plans((plan) => ({ ...plan, stages: plan.stages.map(change) }))
}

function carryOvers(change: (carryOver: CarryOver) => CarryOver): (honest: Engine) => Engine {
  return stages((stage) => ({ ...stage, carryOver: change(stage.carryOver) }))
}

function calendars(change: (calendar: Calendar) => Calendar): (honest: Engine) => Engine {
  return given((facts) => ({
    ...facts,
    calendars: Object.fromEntries(Object.entries(facts.calendars).map(([name, calendar]) => [name, change(calendar)])),
  }))
}

const before = (date: LocalDate): LocalDate => dateOf(no(date) - 1)
const only = <T extends { readonly from: LocalDate }>(held: readonly T[]): readonly T[] =>
  held.slice(-1).map((last) => ({ ...last, from: held[0]?.from ?? last.from }))
const earlier = (frequency: Frequency): Frequency =>
  frequency.every === 'month' && frequency.on === 31 ? { every: 'month', on: 30 } : frequency
const moved = <T extends string>(date: T | MonthDay): T | MonthDay =>
  typeof date === 'object' && date.month === 2 && date.day > 28 ? { month: 3, day: 1 } : date
const withoutLast = (counting: Counting): Counting => ({
  ...counting,
  ends: counting.ends === 'both' ? 'withoutLast' : counting.ends,
})
