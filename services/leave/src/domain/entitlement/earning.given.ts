import { type LocalDate, type PersonId, parseLocalDate } from '@awayday/kernel'
import type { Facts, Stay } from '../facts/facts.ts'
import { entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { Plan, Stage } from '../policy/plan.ts'
import type { Entitlement, Policy } from '../policy/policy.ts'
import type { Proration } from '../policy/proration.ts'
import type { DayPlan, Schedule, Scheduled } from '../time/schedule.ts'
import { grantsOf } from './grants-of.ts'

/** A date that a spec is sure of. */
export const date = (text: string): LocalDate => {
  const parsed = parseLocalDate(text)
  if (!parsed) throw new Error(`not a date: ${text}`)
  return parsed
}

export const DAY = 10_000

type Settings = Partial<Omit<Plan, 'proration'>> & {
  readonly stage?: Partial<Stage>
  readonly proration?: Partial<Proration>
  readonly entitlement?: Partial<Entitlement>
}

/** A vacation policy of 24 days a year, on its first day, but for what is said. */
export const vacation = ({ stage: own, proration, entitlement: other, ...settings }: Settings = {}): Policy => ({
  ...policy('vacation'),
  entitlement: {
    ...entitlement,
    plan: {
      ...plan,
      stages: [{ ...stage, amount: 24 * DAY, ...own }],
      ...settings,
      proration: { ...plan.proration, ...proration },
    },
    ...other,
  },
})

export const milestone = (after: Stage['after'], own: Partial<Stage>): Stage => ({
  ...stage,
  amount: 24 * DAY,
  ...own,
  after,
})

export type Given = Partial<Omit<Facts, 'employment' | 'policies' | 'schedules'>> & {
  readonly joined?: string
  readonly left?: string
  readonly employment?: Facts['employment']
  readonly policy?: Policy
  /** The policy applies from this day. */
  readonly since?: string
  readonly policies?: readonly (readonly [from: string, policy: Policy])[]
  readonly schedules?: readonly (readonly [from: string, schedule: Schedule])[]
}

/** Somebody employed since 2020, with a vacation policy that is older, but for what is said. */
export const person = (given: Given = {}): Facts => {
  const { joined, left, employment, policy: own, since, policies, schedules, ...facts } = given
  return {
    person: 'ana' as PersonId,
    employment: employment ?? [
      { from: date(joined ?? '2020-01-01'), until: left ? date(left) : null, fact: 'employed' },
    ],
    policies: (policies ?? [[since ?? '2000-01-01', own ?? vacation()] as const]).map(([from, of]) => ({
      from: date(from),
      policy: of,
      fact: `policy of ${from}`,
    })),
    schedules: (schedules ?? []).map(
      ([from, schedule]): Scheduled => ({ from: date(from), schedule, fact: 'schedule' }),
    ),
    places: [BERLIN],
    calendars: {},
    leaves: [],
    credits: [],
    payOuts: [],
    worked: [],
    closedYears: [],
    ...facts,
  }
}

const BERLIN: Stay = { from: date('2000-01-01'), location: 'Berlin', department: '', team: '', labels: [] }

const OFF: DayPlan = { halves: 'none', minutes: 0, times: [] }
const WORK: DayPlan = { halves: 'whole', minutes: 480, times: [] }

/** Eight hours on each of the first so many weekdays. */
export const week = (days: number, fte = days * 2000): Schedule => ({
  anchor: date('2024-01-01'),
  firstWeekday: 1,
  weeks: [Array.from({ length: 7 }, (_, nth) => (nth < days ? WORK : OFF))],
  noon: 720,
  fte,
})

/** Day by day what was granted, in 1/10,000: `2025-03-10 200000`. */
export const granted = (facts: Facts, until: string): readonly string[] =>
  grantsOf(facts, 'vacation', date(until)).map(({ on, n }) => `${on} ${n}`)

/** What the leave year's grants bring in all. */
export const grantedIn = (facts: Facts, year: number): number =>
  grantsOf(facts, 'vacation', date(`${year + 1}-12-31`))
    .filter(({ leaveYear }) => leaveYear.startsWith(`${year}`))
    .reduce((sum, { n }) => sum + n, 0)
