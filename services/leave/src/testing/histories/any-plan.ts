import type { LocalDate, Unit } from '@awayday/kernel'
import type { CarryOver } from '#domain/policy/carry-over.ts'
import type { Length } from '#domain/policy/length.ts'
import type { Frequency, Plan, Stage, Validity } from '#domain/policy/plan.ts'
import type { Proration } from '#domain/policy/proration.ts'
import { dateOf } from '../oracle/almanac.ts'
import type { Chance } from './chance.ts'
import { anyDay, anyLength, anyMonthDay } from './days.ts'
import { scale } from './scale.ts'

export const anyPlan = (chance: Chance, unit: Unit, carryOver: () => CarryOver): Plan => {
  const { int, pick, likely } = chance
  const partial = (): 'full' | 'prorated' | 'none' => pick('prorated', 'prorated', 'prorated', 'full', 'none')
  return {
    stages: anyStages(chance, unit, carryOver),
    tenureFrom: pick('joining', 'joining', 'planStart'),
    milestones: likely(70) ? 'onTheDay' : pick('thisLeaveYear', 'nextLeaveYear'),
    cutPeriod: pick('old', 'new', 'byDays', 'split'),
    due: pick('start', 'end'),
    endIs: pick('lastDay', 'dayAfter'),
    earned: likely(80)
      ? 'byTime'
      : pick<Plan['earned']>(
          'byWorkedShare',
          'byWorkedShare',
          { per: 'minute', n: 1_800 },
          { per: 'day', n: int(1, 20) },
        ),
    rounding: {
      mode: pick('up', 'down', 'nearest', 'nearest', 'upFromHalf'),
      step: pick(1, 1, 100, 1_000, 2_500, 5_000, 10_000) * (unit === 'day' ? 1 : pick(1, 60)),
      of: pick('cumulative', 'cumulative', 'each'),
    },
    proration: anyProration(chance),
    partial: {
      joiner: likely(85) ? partial() : { fullAfter: { n: int(1, 8), unit: 'month' } },
      leaver: likely(85) ? partial() : { fullAfter: { n: int(1, 8), unit: 'month' }, from: anyMonthDay(chance) },
      planStart: partial(),
    },
    waiting: likely(15) ? { length: anyLength(chance), earned: pick('lost', 'granted') } : null,
    corrections: likely(75) ? 'atOnce' : 'withPlan',
    lowerCapCuts: likely(40),
  }
}

const anyProration = (chance: Chance): Proration => {
  const { int, pick, likely } = chance
  return {
    by: pick('months', 'months', 'calendarDays', 'calendarDays', 'workingDays'),
    month: pick<Proration['month']>(
      'full',
      'byDays',
      'complete',
      { limitDay: int(1, 31) },
      { limitDay: 15 },
      { atLeastDays: int(1, 31) },
    ),
    countHolidays: likely(40),
    addHolidays: pick('none', 'none', 'none', 'none', 'all', 'worked'),
    scale: pick<Proration['scale']>('none', 'none', 'fte', { fullWeekDays: 50_000 }, { fullWeekMinutes: 2_400 }),
  }
}

const anyStages = (chance: Chance, unit: Unit, carryOver: () => CarryOver): Stage[] => {
  const { int, pick, likely } = chance
  const frequency = anyFrequency(chance)
  const stages = likely(65) ? 1 : int(2, 3)
  const afters: Length[] = [
    likely(90) ? { n: 0, unit: 'day' } : { n: int(1, 3), unit: 'month' },
    { n: pick(6, 12, 4, 9), unit: 'month' },
    { n: 2, unit: 'year' },
  ]
  return Array.from({ length: stages }, (_, i): Stage => {
    const own = i === 0 || likely(60) ? frequency : anyFrequency(chance)
    const amountIn = likely(85) ? null : pick('day', 'minute')
    const per = likely(70) ? 'year' : 'grant'
    const amount = pick(200_000, 250_000, 240_000, 280_000, 253_333, 300_000 + i * 20_000)
    return {
      after: afters[i] ?? { n: 3, unit: 'year' },
      amount: (per === 'year' ? amount : Math.floor(amount / { ...OFTEN }[own.every])) * scale(amountIn ?? unit),
      amountIn,
      per,
      frequency: own,
      balanceCap: likely(25) ? int(1, 40) * 10_000 * scale(unit) : null,
      yearlyCap: likely(15) ? int(1, 30) * 10_000 * scale(unit) : null,
      carryOver: carryOver(),
      validity: anyValidity(chance),
    }
  })
}

/** About how many periods a year has: what a single grant pays follows it. */
const OFTEN = {
  continuous: 365,
  day: 365,
  week: 52,
  twoWeeks: 26,
  halfMonth: 24,
  month: 12,
  quarter: 4,
  halfYear: 2,
  year: 1,
}

const anyFrequency = (chance: Chance): Frequency => {
  const { int, pick, likely } = chance
  const on = (): 'leaveYear' | 'joining' => pick('leaveYear', 'leaveYear', 'joining')
  const dates = (n: number) => Array.from({ length: n }, () => anyMonthDay(chance))
  if (likely(3)) return pick<Frequency>({ every: 'day' }, { every: 'continuous' })
  if (likely(55)) return pick<Frequency>({ every: 'year', on: on() }, { every: 'month', on: on() })
  return pick<Frequency>(
    { every: 'week', weekday: pick<number | 'joining'>(int(1, 7), 'joining') },
    { every: 'twoWeeks', anchor: pick<LocalDate | 'joining'>(dateOf(anyDay(chance)), 'joining') },
    { every: 'halfMonth', days: pick<[number, number]>([1, 15], [1, 16], [15, 31], [30, 31], [10, 25]) },
    { every: 'month', on: pick(1, 15, 31, 29, int(1, 31)) },
    { every: 'quarter', on: on() },
    { every: 'halfYear', on: on() },
    { every: 'year', on: dates(1) },
    { every: 'halfYear', on: dates(2) },
    { every: 'quarter', on: dates(4) },
  )
}

const anyValidity = (chance: Chance): Validity => {
  const { int, pick, likely } = chance
  if (likely(70)) return { kind: 'untilCarryOver' }
  return pick<Validity>(
    { kind: 'length', length: anyLength(chance) },
    { kind: 'date', date: anyMonthDay(chance), yearsLater: int(0, 1) },
    { kind: 'unlimited' },
  )
}
