import type { Facts } from '../facts/facts.ts'
import type { Course } from './course.ts'
import { common, type Day, dateOf, NO_END, type Stretch } from './days.ts'
import { type Fraction, plus, ZERO } from './fraction.ts'
import type { Grant } from './grant.ts'
import { holidaysIn } from './holidays-in.ts'
import { yearAround } from './leave-year.ts'
import { rounded } from './rounding.ts'
import { type Earning, earns, stageOf, type Terms } from './terms.ts'
import { usableUntil } from './validity-of.ts'

/** One lot for each leave year that begins up to a day: the public holidays while employed in it, due on its first employed day. */
export const holidaysAdded = ({ facts, joining, employment, terms: all }: Course, until: Day): readonly Grant[] => {
  const years = all.flatMap((terms, nth) =>
    earns(terms) && terms.plan.proration.addHolidays !== 'none'
      ? yearsUnder(terms, all[nth + 1], joining, until + LONGEST_YEAR).flatMap((year) =>
          employedIn(facts, employment, terms, year),
        )
      : [],
  )
  return years.length === 0
    ? []
    : byLeaveYear(years)
        .map(grantOf)
        .filter(({ n }) => n > 0)
}

/** A lot holds what other policies add later in its leave year. */
const LONGEST_YEAR = 366

type Year = { readonly first: Day; readonly inForce: Stretch }
type Part = Stretch & { readonly leaveYear: Day; readonly terms: Earning; readonly worth: Fraction }

/** The leave years under some terms that have begun, each as far as the terms are in force. */
const yearsUnder = (terms: Earning, after: Terms | undefined, joining: Day, until: Day): readonly Year[] => {
  const end = (after?.from ?? NO_END) - 1
  const years: Year[] = []
  for (let day = Math.max(joining, terms.from); day <= Math.min(end, until); ) {
    const { first, last } = yearAround(terms.origin.leaveYear, day)
    years.push({ first, inForce: { first: day, last: Math.min(last, end) } })
    day = last + 1
  }
  return years
}

const employedIn = (
  facts: Facts,
  employment: readonly Stretch[],
  terms: Earning,
  { first: leaveYear, inForce }: Year,
): readonly Part[] =>
  employment
    .map((employed) => common(employed, inForce))
    .filter(({ first, last }) => first <= last)
    .map((part) => ({ ...part, leaveYear, terms, worth: holidaysIn(facts, part, terms) }))

/** One part for each leave year, from its first day; the parts of a year come one after another. */
const byLeaveYear = (parts: readonly Part[]): readonly Part[] =>
  [...Map.groupBy(parts, ({ leaveYear }) => leaveYear).values()].flatMap((year) => {
    const [first, last] = [year[0], year.at(-1)]
    return first && last
      ? [{ ...first, last: last.last, worth: year.map(({ worth }) => worth).reduce(plus, ZERO) }]
      : []
  })

const grantOf = ({ first, last, leaveYear, terms, worth }: Part): Grant => ({
  source: 'holidays',
  on: dateOf(first),
  first: dateOf(first),
  last: dateOf(last),
  leaveYear: dateOf(leaveYear),
  n: rounded(worth, { mode: 'down', step: 1 }),
  balanceCap: null,
  yearlyCap: null,
  ...usableUntil(stageOf(terms, first).validity, first),
  fact: terms.fact,
})
