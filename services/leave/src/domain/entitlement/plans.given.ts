import { addDays, type LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import type { Frequency, Plan, Stage } from '../policy/plan.ts'
import type { Policy } from '../policy/policy.ts'
import type { Proration } from '../policy/proration.ts'
import { DAY, date, milestone, vacation, week } from './earning.given.ts'

/** Days of some years, leap years among them, month's ends often. */
export const anyDay = (from: string, days: number): fc.Arbitrary<LocalDate> =>
  fc.oneof(
    fc.integer({ min: 0, max: days }).map((n) => addDays(date(from), n)),
    fc.constantFrom(...['2023-02-28', '2024-02-29', '2024-12-31', '2024-01-31', '2024-03-01'].map(date)),
  )

export const anyFrequency: fc.Arbitrary<Frequency> = fc.oneof(
  fc.constantFrom<Frequency>({ every: 'continuous' }, { every: 'day' }),
  fc.integer({ min: 1, max: 7 }).map((weekday): Frequency => ({ every: 'week', weekday })),
  anyDay('2023-01-01', 30).map((anchor): Frequency => ({ every: 'twoWeeks', anchor })),
  fc
    .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }))
    .map((days): Frequency => ({ every: 'halfMonth', days })),
  fc
    .oneof(fc.constantFrom('leaveYear', 'joining'), fc.integer({ min: 1, max: 31 }))
    .map((on): Frequency => ({ every: 'month', on })),
  fc
    .tuple(fc.constantFrom('quarter', 'halfYear', 'year'), fc.constantFrom('leaveYear', 'joining'))
    .map(([every, on]): Frequency => ({ every, on })),
  fc
    .array(fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((on): Frequency => ({ every: 'quarter', on })),
)

const anyStage = (n: number): fc.Arbitrary<Stage> =>
  fc
    .record({
      frequency: anyFrequency,
      amount: fc.integer({ min: 0, max: 40 * DAY }),
      amountIn: fc.constantFrom(null, 'day' as const, 'minute' as const),
      per: fc.constantFrom('year', 'grant'),
    })
    .map((stage) => milestone({ n, unit: 'month' }, stage))

const anyProration: fc.Arbitrary<Partial<Proration>> = fc.record({
  by: fc.constantFrom('months', 'calendarDays', 'workingDays'),
  month: fc.oneof(
    fc.constantFrom('full', 'byDays', 'complete'),
    fc.integer({ min: 1, max: 31 }).map((limitDay) => ({ limitDay })),
    fc.integer({ min: 1, max: 31 }).map((atLeastDays) => ({ atLeastDays })),
  ),
  countHolidays: fc.boolean(),
  scale: fc.constantFrom<Proration['scale']>('none', 'fte', { fullWeekDays: 5 * DAY }, { fullWeekMinutes: 2400 }),
})

const anyPart = fc.constantFrom('full', 'prorated', 'none')

type Settings = Omit<Plan, 'proration' | 'tenureFrom' | 'milestones' | 'waiting' | 'corrections' | 'lowerCapCuts'> & {
  readonly proration: Partial<Proration>
}

/** A plan with any settings; its stages begin after no, 7 and 20 months. */
const anyPlan: fc.Arbitrary<Settings> = fc.record({
  stages: fc.oneof(
    fc.tuple(anyStage(0)),
    fc.tuple(anyStage(0), anyStage(7)),
    fc.tuple(anyStage(0), anyStage(7), anyStage(20)),
  ),
  cutPeriod: fc.constantFrom('old', 'new', 'byDays', 'split'),
  due: fc.constantFrom('start', 'end'),
  endIs: fc.constantFrom('lastDay', 'dayAfter'),
  earned: fc.constantFrom<Plan['earned']>('byTime', 'byTime', 'byWorkedShare', { per: 'minute', n: 1800 }),
  rounding: fc.record({
    mode: fc.constantFrom('up', 'down', 'nearest', 'upFromHalf'),
    step: fc.constantFrom(1, 100, 2500, 5000, 10_000),
    of: fc.constantFrom('cumulative', 'each'),
  }),
  proration: anyProration,
  partial: fc.record({
    joiner: fc.oneof(anyPart, fc.constant({ fullAfter: { n: 6, unit: 'month' as const } })),
    leaver: fc.oneof(anyPart, fc.constant({ fullAfter: { n: 6, unit: 'month' as const }, from: { month: 7, day: 1 } })),
    planStart: anyPart,
  }),
})

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .tuple(
    anyPlan,
    fc.constantFrom('anniversary' as const, { month: 1, day: 1 }, { month: 4, day: 1 }, { month: 9, day: 15 }),
  )
  .map(([plan, leaveYear]) => vacation({ ...plan, entitlement: { leaveYear } }))

export const anySchedules = fc
  .array(fc.tuple(anyDay('2023-01-01', 1000), fc.integer({ min: 0, max: 7 })), { maxLength: 3 })
  .map((all) => all.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([from, days]) => [from, week(days)] as const))
