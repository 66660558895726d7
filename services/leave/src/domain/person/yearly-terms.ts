import { type LocalDate, newYearsDay, newYearsEve, yearOf } from '@awayday/kernel'
import type { MonthDay } from '../policy/length.ts'
import { type Period, periods } from './employment.ts'
import type { State } from './state.ts'

/** Terms of an amount a year, in force up to the first day of the next terms; null: there are none. */
type YearlyTerms = { readonly from: LocalDate; readonly until: LocalDate | null }

/** From when on they count, and the last day on which what they give can be used; null: the year's. */
type Years = { readonly from: LocalDate; readonly lastUsable: MonthDay | null }

/**
 * What an amount a year meant before policies were documents: the terms in force on the first employed day of a calendar
 * year hold for the whole of it, and what they give can be used up to its last employed day. Nobody lost or won by moving
 * within a year; that stays so.
 */
export const yearlyTerms = (state: State, { from, until }: YearlyTerms): readonly Years[] =>
  yearsOf(state)
    .filter(({ first }) => from <= first && (until === null || first < until))
    .map(({ year, last }) => ({
      from: newYearsDay(year),
      lastUsable: last < newYearsEve(year) ? monthDay(last) : null,
    }))
    .filter(({ lastUsable }, n, all) => n === 0 || !same(lastUsable, all[n - 1]?.lastUsable ?? null))

type Year = { readonly year: number; readonly first: LocalDate; readonly last: LocalDate }

/** The calendar years up to the first after which all are alike, each with its first and last employed day; all of it, where nobody was. */
const yearsOf = ({ employment, terms }: State): readonly Year[] => {
  const all = periods(employment)
  const known = [...terms.map(({ from }) => from), ...all.flatMap(({ from, until }) => (until ? [from, until] : from))]
  const years = known.map(yearOf)
  const [first, last] = [Math.min(...years), Math.max(...years) + 1]
  return Array.from({ length: last - first + 1 }, (_, n) => yearWith(all, first + n))
}

const yearWith = (all: readonly Period[], year: number): Year => {
  const [first, last] = [newYearsDay(year), newYearsEve(year)]
  const within = all.filter(({ from, until }) => from <= last && (until === null || first <= until))
  const [began, ended] = [within[0]?.from, within.at(-1)?.until]
  return { year, first: began && first < began ? began : first, last: ended && ended < last ? ended : last }
}

const monthDay = (day: LocalDate): MonthDay => ({ month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })
const same = (a: MonthDay | null, b: MonthDay | null): boolean => a?.month === b?.month && a?.day === b?.day
