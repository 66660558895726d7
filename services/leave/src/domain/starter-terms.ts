import { type Amount, days, type LocalDate } from '@awayday/kernel'

/** What somebody may take of a leave type in a leave year, from a day on: the terms in force. */
export type Terms = {
  readonly policy: string
  readonly version: number
  readonly from: LocalDate
  readonly leaveType: string
  /** Granted as one lot per leave year: usable from 1 January to 31 December, within employment, and in full. */
  readonly yearly: Amount
}

/** Working days of a five-day week a year, by country (ISO 3166-1 alpha-2). */
const vacationDays: Readonly<Record<string, number>> = {
  PT: 22, // Código do Trabalho, artigo 238.º
  DE: 28, // usual in contracts; the statute's least is 20 (BUrlG § 3: 24 days of a six-day week)
  US: 15, // no statute; usual in contracts
}
/** Four weeks: the least that Directive 2003/88/EC, article 7, asks for. */
const ELSEWHERE = 20

/** The policy that applies to whoever joins or moves to a country, until a company writes its own. */
export const starterTerms = (country: string, from: LocalDate): readonly Terms[] => [
  {
    policy: `starter-${country.toLowerCase()}`,
    version: 1,
    from,
    leaveType: 'vacation',
    yearly: days(Object.hasOwn(vacationDays, country) ? (vacationDays[country] ?? ELSEWHERE) : ELSEWHERE),
  },
]
