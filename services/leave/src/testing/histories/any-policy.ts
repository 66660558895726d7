import type { Unit } from '@awayday/kernel'
import type { CarriedValidity, CarryOver } from '#domain/policy/carry-over.ts'
import type { Counting } from '#domain/policy/counting.ts'
import type { Entitlement, Policy } from '#domain/policy/policy.ts'
import { anyPlan } from './any-plan.ts'
import type { Chance } from './chance.ts'
import { anyLength, anyMonthDay } from './days.ts'
import { scale } from './scale.ts'

/** Every setting of a policy, drawn so that corners are common and defaults are, too. */
export const anyPolicy = (chance: Chance, leaveType: string, unit: Unit): Policy => ({
  leaveType,
  unit,
  counting: anyCounting(chance),
  entitlement: chance.likely(3) ? null : anyEntitlement(chance, unit),
})

export const anyCounting = ({ likely, pick }: Chance): Counting => ({
  days: likely(80) ? 'working' : pick<Counting['days']>('calendar', 'calendar', { weekdays: [1, 2, 3, 4, 5, 6] }),
  holidays: likely(80) ? 'free' : 'charged',
  sandwich: pick('off', 'off', 'request', 'adjoining'),
  sandwiched: pick('all', 'all', 'daysOff', 'holidays'),
  ends: pick('both', 'both', 'both', 'both', 'withoutFirst', 'withoutLast', 'neither'),
  hours: pick<Counting['hours']>('scheduled', 'scheduled', { dayMinutes: 480 }, { dayMinutes: 450 }),
  whole: likely(75) ? 'slots' : 'minutes',
  countsAsWorked: likely(80),
})

export const anyEntitlement = (chance: Chance, unit: Unit): Entitlement => {
  const { pick, likely } = chance
  return {
    leaveYear: pick<Entitlement['leaveYear']>(
      { month: 1, day: 1 },
      { month: 1, day: 1 },
      'anniversary',
      anyMonthDay(chance),
    ),
    plan: likely(6) ? null : anyPlan(chance, unit, () => anyCarryOver(chance, unit)),
    carryOverOn: pick<Entitlement['carryOverOn']>('leaveYear', 'leaveYear', 'anniversary', anyMonthDay(chance)),
    order: pick('lastUsableFirst', 'lastUsableFirst', 'carriedFirst', 'earliestStartFirst'),
    floor: pick<number | null>(0, 0, -50_000 * scale(unit), null),
    manual: { mostPerLeaveYear: null, longestValidity: null },
    payOut: { mustStay: 0, most: null, rate: null },
    countLaterLots: likely(20),
  }
}

const anyCarryOver = (chance: Chance, unit: Unit): CarryOver => {
  const { int, pick } = chance
  const amount = (): number => int(0, 20) * 5_000 * scale(unit)
  return {
    most: pick<number | null>(0, null, null, amount(), amount()),
    keeps: pick(0, 0, amount()),
    usable: pick<CarriedValidity>(
      { kind: 'untilCarryOver' },
      { kind: 'untilCarryOver' },
      { kind: 'length', length: anyLength(chance) },
      { kind: 'date', date: { month: 3, day: 31 } },
      { kind: 'date', date: anyMonthDay(chance) },
    ),
    totalMost: pick<number | null>(null, null, null, int(10, 40) * 10_000 * scale(unit)),
    debt: pick('carried', 'carried', 'dropped'),
  }
}
