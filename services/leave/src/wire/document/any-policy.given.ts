import { fromEpochDay } from '@awayday/kernel'
import fc from 'fast-check'
import type { CarryOver } from '#domain/policy/carry-over.ts'
import type { Counting } from '#domain/policy/counting.ts'
import type { Length, MonthDay } from '#domain/policy/length.ts'
import type { Frequency, Plan, Stage } from '#domain/policy/plan.ts'
import type { Entitlement, Policy } from '#domain/policy/policy.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import type { DayPlan, Schedule } from '#domain/time/schedule.ts'

/** Any policy, schedule and calendar that a document can say. */
const parts = fc.integer({ min: 0, max: 9_999_999_999_999 })
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const anyDate = fc.integer({ min: -20_000, max: 80_000 }).map(fromEpochDay)
const monthDay: fc.Arbitrary<MonthDay> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
})
const length: fc.Arbitrary<Length> = fc.record({
  n: fc.integer({ min: 0, max: 99_999 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
})

const counting: fc.Arbitrary<Counting> = fc.record({
  days: fc.oneof(
    fc.constantFrom('working' as const, 'calendar' as const),
    fc.record({ weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) }),
  ),
  holidays: fc.constantFrom('free', 'charged'),
  sandwich: fc.constantFrom('off', 'request', 'adjoining'),
  sandwiched: fc.constantFrom('all', 'daysOff', 'holidays'),
  ends: fc.constantFrom('both', 'withoutFirst', 'withoutLast', 'neither'),
  hours: fc.oneof(fc.constant('scheduled' as const), fc.record({ dayMinutes: fc.integer({ min: 1, max: 1440 }) })),
  whole: fc.constantFrom('slots', 'minutes'),
  countsAsWorked: fc.boolean(),
})

const carryOver: fc.Arbitrary<CarryOver> = fc.record({
  most: orNull(parts),
  keeps: parts,
  usable: fc.oneof(
    fc.constant({ kind: 'untilCarryOver' as const }),
    fc.record({ kind: fc.constant('length' as const), length }),
    fc.record({ kind: fc.constant('date' as const), date: monthDay }),
  ),
  totalMost: orNull(parts),
  debt: fc.constantFrom('carried', 'dropped'),
})

const textOf = ({ month, day }: MonthDay) => month * 100 + day
const dates = fc
  .uniqueArray(monthDay, { minLength: 1, maxLength: 5, selector: textOf })
  .map((all) => all.toSorted((a, b) => textOf(a) - textOf(b)))
const on = fc.constantFrom('leaveYear' as const, 'joining' as const)

const frequency: fc.Arbitrary<Frequency> = fc.oneof(
  fc.record({ every: fc.constantFrom('continuous' as const, 'day' as const) }),
  fc.record({
    every: fc.constant('week' as const),
    weekday: fc.oneof(fc.constant('joining' as const), fc.integer({ min: 1, max: 7 })),
  }),
  fc.record({ every: fc.constant('twoWeeks' as const), anchor: fc.oneof(fc.constant('joining' as const), anyDate) }),
  fc.record({
    every: fc.constant('halfMonth' as const),
    days: fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 16, max: 31 })),
  }),
  fc.record({ every: fc.constant('month' as const), on: fc.oneof(on, fc.integer({ min: 1, max: 31 })) }),
  fc.record({
    every: fc.constantFrom('quarter' as const, 'halfYear' as const, 'year' as const),
    on: fc.oneof(on, dates),
  }),
)

const stage = (after: Length): fc.Arbitrary<Stage> =>
  fc.record({
    after: fc.constant(after),
    amount: parts,
    amountIn: fc.constantFrom(null, 'day' as const, 'minute' as const),
    per: fc.constantFrom('grant', 'year'),
    frequency,
    balanceCap: orNull(parts),
    yearlyCap: orNull(parts),
    carryOver,
    validity: fc.oneof(
      fc.record({ kind: fc.constantFrom('untilCarryOver' as const, 'unlimited' as const) }),
      fc.record({ kind: fc.constant('length' as const), length }),
      fc.record({ kind: fc.constant('date' as const), date: monthDay, yearsLater: fc.integer({ min: 0, max: 100 }) }),
    ),
  })
const stages = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 3 })
  .map((years) => years.toSorted((a, b) => a - b))
  .chain((years) => fc.tuple(...years.map((n) => stage({ n, unit: 'year' }))))

const plan: fc.Arbitrary<Plan> = fc.record({
  stages,
  tenureFrom: fc.constantFrom('joining', 'planStart'),
  milestones: fc.constantFrom('onTheDay', 'thisLeaveYear', 'nextLeaveYear'),
  cutPeriod: fc.constantFrom('old', 'new', 'byDays', 'split'),
  due: fc.constantFrom('start', 'end'),
  endIs: fc.constantFrom('lastDay', 'dayAfter'),
  earned: fc.oneof(
    fc.constantFrom('byTime' as const, 'byWorkedShare' as const),
    fc.record({ per: fc.constantFrom('minute' as const, 'day' as const), n: fc.integer({ min: 1, max: 1_000_000 }) }),
  ),
  rounding: fc.record({
    mode: fc.constantFrom('up', 'down', 'nearest', 'upFromHalf'),
    step: fc.integer({ min: 1, max: 100_000 }),
    of: fc.constantFrom('cumulative', 'each'),
  }),
  proration: fc.record({
    by: fc.constantFrom('months', 'calendarDays', 'workingDays'),
    month: fc.oneof(
      fc.constantFrom('full' as const, 'byDays' as const, 'complete' as const),
      fc.record({ limitDay: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ atLeastDays: fc.integer({ min: 1, max: 31 }) }),
    ),
    countHolidays: fc.boolean(),
    addHolidays: fc.constantFrom('none', 'all', 'worked'),
    scale: fc.oneof(
      fc.constantFrom('none' as const, 'fte' as const),
      fc.record({ fullWeekDays: fc.integer({ min: 1, max: 70_000 }) }),
      fc.record({ fullWeekMinutes: fc.integer({ min: 1, max: 10_080 }) }),
    ),
  }),
  partial: fc.record({
    joiner: fc.oneof(
      fc.constantFrom('full' as const, 'prorated' as const, 'none' as const),
      fc.record({ fullAfter: length }),
    ),
    leaver: fc.oneof(
      fc.constantFrom('full' as const, 'prorated' as const, 'none' as const),
      fc.record({ fullAfter: length, from: monthDay }),
    ),
    planStart: fc.constantFrom('full', 'prorated', 'none'),
  }),
  waiting: orNull(fc.record({ length, earned: fc.constantFrom('lost', 'granted') })),
  corrections: fc.constantFrom('atOnce', 'withPlan'),
  lowerCapCuts: fc.boolean(),
})

const entitlement: fc.Arbitrary<Entitlement> = fc.record({
  leaveYear: fc.oneof(fc.constant('anniversary' as const), monthDay),
  plan: orNull(plan),
  carryOverOn: fc.oneof(fc.constantFrom('leaveYear' as const, 'anniversary' as const), monthDay),
  order: fc.constantFrom('lastUsableFirst', 'carriedFirst', 'earliestStartFirst'),
  floor: orNull(parts.map((n) => (n === 0 ? 0 : -n))),
  manual: fc.record({ mostPerLeaveYear: orNull(parts), longestValidity: orNull(length) }),
  payOut: fc.record({
    mustStay: parts,
    most: orNull(parts),
    rate: orNull(
      fc.record({ currency: fc.constantFrom('EUR', 'USD'), money: parts, per: fc.integer({ min: 1, max: 600_000 }) }),
    ),
  }),
  countLaterLots: fc.boolean(),
})

export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  leaveType: fc.constantFrom('vacation', 'sick'),
  unit: fc.constantFrom('day', 'minute'),
  counting,
  entitlement: orNull(entitlement),
})

const dayPlan: fc.Arbitrary<DayPlan> = fc.oneof(
  fc.constant<DayPlan>({ halves: 'none', minutes: 0, times: [] }),
  fc.record({
    halves: fc.constantFrom('whole' as const, 'am' as const, 'pm' as const, 'half' as const),
    minutes: fc.integer({ min: 1, max: 1440 }),
    times: fc.constant([]),
  }),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 })
    .map((all) => all.toSorted((a, b) => a - b))
    .map(
      ([a = 0, b = 1, c = 2, d = 3]): DayPlan => ({
        halves: 'whole',
        minutes: b - a + d - c,
        times: [
          { from: a, to: b },
          { from: c, to: d },
        ],
      }),
    ),
)

export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  anchor: anyDate,
  firstWeekday: fc.integer({ min: 1, max: 7 }),
  weeks: fc.array(fc.array(dayPlan, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
  noon: fc.integer({ min: 0, max: 1440 }),
  fte: fc.integer({ min: 0, max: 20_000 }),
})

const half = fc.constantFrom('whole' as const, 'am' as const, 'pm' as const, 'half' as const)
export const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  holidays: fc.array(fc.record({ day: anyDate, part: half, name: fc.string({ maxLength: 20 }) }), { maxLength: 4 }),
  closings: fc.array(
    fc
      .record({ first: anyDate, last: anyDate, part: half, name: fc.string({ maxLength: 20 }) })
      .filter(({ first, last }) => first <= last),
    { maxLength: 3 },
  ),
})
