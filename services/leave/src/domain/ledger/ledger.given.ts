import { addDays, type LocalDate, weekday } from '@awayday/kernel'
import { DAY, date, vacation } from '../entitlement/earning.given.ts'
import type { Credit, Facts, Leave, PaidOut } from '../facts/facts.ts'
import type { CarryOver } from '../policy/carry-over.ts'
import { carryOver as noCarryOver } from '../policy/defaults.ts'
import type { Charge } from '../time/charged.ts'
import type { Figures } from './figures.ts'
import { ledgerOf } from './ledger-of.ts'

export { DAY, date, milestone, person, vacation } from '../entitlement/earning.given.ts'

/** Whole days on Mondays to Fridays. */
export const weekdays = (first: string, last: string = first): readonly Charge[] => {
  const days: LocalDate[] = []
  for (let day = date(first); day <= date(last); day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day)
  return days.map((day): Charge => ({ day, part: 'whole', unit: 'day', n: DAY }))
}

/** Days of leave that charge one day each, weekends left out. */
export const leave = (
  id: string,
  first: string,
  last: string = first,
  status: Leave['status'] = 'accepted',
  charges: readonly Charge[] = weekdays(first, last),
): Leave => {
  const dates = { kind: 'range', first: date(first), firstPart: 'whole', last: date(last), lastPart: 'whole' } as const
  return { id, leaveType: 'vacation', dates, status, charges, fact: `asked ${id}` }
}

export const credit = (days: number, from: string, also: Partial<Credit> = {}): Credit => ({
  leaveType: 'vacation',
  source: 'manual',
  n: days * DAY,
  from: date(from),
  until: null,
  fact: `credit of ${from}`,
  ...also,
})

export const paidOut = (days: number, on: string): PaidOut => ({
  leaveType: 'vacation',
  on: date(on),
  n: days * DAY,
  fact: `paid out ${on}`,
})

/** 24 days on every 1 January, and this rule for what is left. */
export const yearly = (rule: Partial<CarryOver> = {}, days = 24, own: Parameters<typeof vacation>[0] = {}) =>
  vacation({ ...own, stage: { amount: days * DAY, carryOver: { ...noCarryOver, ...rule }, ...own.stage } })

/** Nothing is earned: what there is was given by hand. */
export const byHand = (also: NonNullable<Parameters<typeof vacation>[0]>['entitlement'] = {}) =>
  vacation({ entitlement: { plan: null, ...also } })

const FIGURES = [
  'carried',
  'granted',
  'taken',
  'booked',
  'pending',
  'expired',
  'paidOut',
  'balance',
  'available',
] as const

/** The figures in days, those that are not 0. */
export const figures = (facts: Facts, asOf: string): Partial<Figures> => {
  const { figures: all } = ledgerOf(facts, 'vacation', date(asOf))
  return Object.fromEntries(FIGURES.filter((name) => all[name] !== 0).map((name) => [name, all[name] / DAY]))
}

/** What is left of each lot in days, in the order of use: `plan until 2026-12-31: 24`. */
export const lots = (facts: Facts, asOf: string): readonly string[] =>
  ledgerOf(facts, 'vacation', date(asOf)).lots.map(
    ({ lot, available }) => `${lot.source} until ${lot.until ?? 'ever'}: ${available / DAY}`,
  )

/** In days: `2026-03-02 to 2026-03-06 charge -5 = 19`. */
export const entries = (facts: Facts, asOf: string): readonly string[] =>
  ledgerOf(facts, 'vacation', date(asOf)).entries.map(
    ({ on, last, kind, n, balance }) =>
      `${on}${last && last !== on ? ` to ${last}` : ''} ${kind} ${n / DAY} = ${balance / DAY}`,
  )
