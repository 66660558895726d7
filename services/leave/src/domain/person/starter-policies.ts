import { days, PARTS_PER_UNIT } from '@awayday/kernel'
import { carryOver, entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'

/** Working days of a five-day week a year, by country (ISO 3166-1 alpha-2). */
const vacationDays: Readonly<Record<string, number>> = {
  PT: 22, // Código do Trabalho, artigo 238.º
  DE: 28, // usual in contracts; the statute's least is 20 (BUrlG § 3: 24 days of a six-day week)
  US: 15, // no statute; usual in contracts
}
/** Four weeks: the least that Directive 2003/88/EC, article 7, asks for. */
const ELSEWHERE = 20

/** Version 1 was an amount a year, without a document. */
export const STARTER_VERSION = 2
export const starterName = (country: string): string => `${STARTER}${country.toLowerCase()}`
export const isStarter = (name: string): boolean => name.startsWith(STARTER)
const STARTER = 'starter-'

/** What applies to whoever joins or moves to a country, until a company writes its own: a twelfth for each whole month, in half days, and the first quarter to take what is left. */
export const starterPolicies = (country: string): readonly Policy[] => [
  {
    ...policy('vacation'),
    entitlement: {
      ...entitlement,
      plan: {
        ...plan,
        stages: [
          { ...stage, amount: yearly(country), carryOver: { ...carryOver, most: null, usable: untilEndOfMarch } },
        ],
        rounding: { ...plan.rounding, step: PARTS_PER_UNIT / 2 },
        proration: { ...plan.proration, by: 'months', scale: { fullWeekDays: days(5).n } },
      },
    },
  },
]

const untilEndOfMarch = { kind: 'date', date: { month: 3, day: 31 } } as const
const yearly = (country: string): number =>
  days(Object.hasOwn(vacationDays, country) ? (vacationDays[country] ?? ELSEWHERE) : ELSEWHERE).n
