import type { CarryOver } from './carry-over.ts'
import type { Counting } from './counting.ts'
import type { Plan, Stage } from './plan.ts'
import type { Entitlement, Policy } from './policy.ts'

/** What holds where nothing is said: the one place of all defaults. Only a policy's type, and a stage's amount, have none. */
export const counting: Counting = {
  days: 'working',
  holidays: 'free',
  sandwich: 'off',
  sandwiched: 'all',
  ends: 'both',
  hours: 'scheduled',
  whole: 'slots',
  countsAsWorked: true,
}

/** Nothing is carried over; of what a policy carries, all can be used up to the next carry-over. */
export const carryOver: CarryOver = {
  most: 0,
  keeps: 0,
  usable: { kind: 'untilCarryOver' },
  totalMost: null,
  debt: 'carried',
}

/** So much a leave year, on its first day. */
export const stage: Stage = {
  after: { n: 0, unit: 'day' },
  amount: 0,
  amountIn: null,
  per: 'year',
  frequency: { every: 'year', on: 'leaveYear' },
  balanceCap: null,
  yearlyCap: null,
  carryOver,
  validity: { kind: 'untilCarryOver' },
}

export const plan: Plan = {
  stages: [stage],
  tenureFrom: 'joining',
  milestones: 'onTheDay',
  cutPeriod: 'old',
  due: 'start',
  endIs: 'lastDay',
  earned: 'byTime',
  rounding: { mode: 'nearest', step: 1, of: 'cumulative' },
  proration: { by: 'calendarDays', month: 'complete', countHolidays: false, addHolidays: 'none', scale: 'none' },
  partial: { joiner: 'prorated', leaver: 'prorated', planStart: 'prorated' },
  waiting: null,
  corrections: 'atOnce',
  lowerCapCuts: false,
}

export const entitlement: Entitlement = {
  leaveYear: { month: 1, day: 1 },
  plan: null,
  carryOverOn: 'leaveYear',
  order: 'lastUsableFirst',
  floor: 0,
  manual: { mostPerLeaveYear: null, longestValidity: null },
  payOut: { mustStay: 0, most: null, rate: null },
  countLaterLots: false,
}

/** A type without a balance, counted in days. */
export const policy = (leaveType: string): Policy => ({ leaveType, unit: 'day', counting, entitlement: null })
