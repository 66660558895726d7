import { addDays, type LocalDate, newYearsDay, newYearsEve, type PersonId, weekday } from '@awayday/kernel'
import type { Facts, Leave } from '../../../../services/leave/src/domain/facts/facts.ts'
import { balanceOf, ledgerOf } from '../../../../services/leave/src/domain/ledger/ledger-of.ts'
import * as standard from '../../../../services/leave/src/domain/policy/defaults.ts'
import type { Policy } from '../../../../services/leave/src/domain/policy/policy.ts'
import type { DayPlan, Schedule } from '../../../../services/leave/src/domain/time/schedule.ts'
import { interleave } from '../interleave.ts'
import { table } from '../report.ts'

const [HIRED, AS_OF] = [2021, newYearsEve(2025)]
const CALLS = 2_000
const ROUNDS = 15

/** A balance from five years: monthly accrual, carry-over with expiry, 100 charged days, holidays, two changes of schedule. */
export const benchBalance = async (): Promise<string> => {
  const facts = history()
  const { taken, balance } = balanceOf(facts, 'vacation', AS_OF)
  if (taken !== 20 * DAY || balance <= 0) throw new Error('the history is not what it should be')
  const medians = await interleave(
    {
      balance: async () => microsecondsEach(() => balanceOf(facts, 'vacation', AS_OF)),
      ledger: async () => microsecondsEach(() => ledgerOf(facts, 'vacation', AS_OF)),
    },
    ROUNDS,
  )
  return table({
    title: 'A balance at a date, from the history of five years',
    unit: 'us',
    decimals: 1,
    floor: { what: 'with every lot and entry', figure: medians.ledger },
    lines: [{ what: 'the figures', figure: medians.balance, target: { below: 50 } }],
  })
}

const microsecondsEach = (call: () => unknown): number => {
  const start = performance.now()
  for (let n = 0; n < CALLS; n++) call()
  return ((performance.now() - start) * 1_000) / CALLS
}

const DAY = 10_000

export const monthly: Policy = {
  ...standard.policy('vacation'),
  entitlement: {
    ...standard.entitlement,
    plan: {
      ...standard.plan,
      stages: [
        {
          ...standard.stage,
          amount: 24 * DAY,
          frequency: { every: 'month', on: 'leaveYear' },
          carryOver: {
            ...standard.carryOver,
            most: 5 * DAY,
            usable: { kind: 'date', date: { month: 3, day: 31 } },
          },
        },
      ],
      rounding: { ...standard.plan.rounding, step: DAY / 2 },
    },
  },
}

/** Of somebody hired on a first of January. */
export const history = (): Facts => ({
  person: 'ana' as PersonId,
  employment: [{ from: newYearsDay(HIRED), until: null, fact: 'hired' }],
  places: [{ from: newYearsDay(HIRED), location: 'lisbon', department: '', team: 'design', labels: [] }],
  calendars: {
    lisbon: {
      holidays: years.flatMap((year) =>
        Array.from({ length: 12 }, (_, n) => ({
          day: addDays(newYearsDay(year), n * 30),
          part: 'whole' as const,
          name: 'Feast',
        })),
      ),
      closings: [],
    },
  },
  schedules: [HIRED, HIRED + 2, HIRED + 4].map((year, n) => ({
    from: newYearsDay(year),
    schedule: scheduleOf(480 - n * 30),
    fact: 'schedule',
  })),
  policies: [{ from: newYearsDay(HIRED), policy: monthly, fact: 'policy' }],
  leaves: years.flatMap((year) => [3, 5, 7, 11].map((month) => weekOff(year, month))),
  credits: [],
  payOuts: [],
  worked: [],
  closedYears: [],
})

const years = Array.from({ length: 5 }, (_, n) => HIRED + n)

const plan = (minutes: number): DayPlan => ({ halves: minutes > 0 ? 'whole' : 'none', minutes, times: [] })
const scheduleOf = (minutes: number): Schedule => ({
  anchor: newYearsDay(HIRED),
  firstWeekday: 1,
  weeks: [[...Array.from({ length: 5 }, () => plan(minutes)), plan(0), plan(0)]],
  noon: 720,
  fte: DAY,
})

/** Monday to Friday. */
const weekOff = (year: number, month: number): Leave => {
  const about = `${year}-${String(month).padStart(2, '0')}-08` as LocalDate
  const first = addDays(about, 1 - weekday(about))
  const last = addDays(first, 4)
  return {
    id: `${year}-${month}`,
    leaveType: 'vacation',
    status: 'accepted',
    dates: { kind: 'range', first, firstPart: 'whole', last, lastPart: 'whole' },
    charges: Array.from({ length: 5 }, (_, n) => ({ day: addDays(first, n), part: 'whole', unit: 'day', n: DAY })),
    fact: 'approved',
  }
}
