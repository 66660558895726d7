import type { Proration } from '#domain/policy/proration.ts'
import type { Schedule } from '#domain/time/schedule.ts'
import { type DayNo, plusMonths } from './almanac.ts'
import { freedOn, halvesOf, plannedWork, without } from './day-work.ts'
import type { EarnedDay } from './earned-day.ts'
import type { PayPeriod } from './pay-periods.ts'
import type { PersonDays } from './person-days.ts'
import { plusR, type Ratio, ratio, zero } from './ratio.ts'

/** Which share of its grid period a segment is (rule 10). */
export const shareOf = (
  person: PersonDays,
  period: PayPeriod,
  days: readonly EarnedDay[],
  segment: readonly EarnedDay[],
  proration: Proration,
  schedule: Schedule | undefined,
): Ratio => {
  const byDays = ratio(segment.length, period.gridLast - period.gridFirst + 1)
  if (period.first !== period.gridFirst || period.last !== period.gridLast) return byDays
  if (proration.by === 'workingDays') {
    const all = halvesBetween(person, schedule, days, proration)
    return all === 0 ? byDays : ratio(halvesBetween(person, schedule, segment, proration), all)
  }
  if (proration.by === 'months' && plusMonths(period.first, 1) - 1 <= period.last) {
    return byMonths(period, days, segment, proration)
  }
  return byDays
}

const halvesBetween = (
  { facts }: PersonDays,
  schedule: Schedule | undefined,
  days: readonly EarnedDay[],
  { countHolidays }: Proration,
): number =>
  days.reduce((sum, { day }) => {
    const freed = freedOn(facts, day, countHolidays ? 'closings' : 'both')
    return sum + halvesOf(without(plannedWork(schedule, day), freed))
  }, 0)

/** Each month of the period counts for what the rule makes of those employed in it; segments share it by employed days. */
const byMonths = (
  period: PayPeriod,
  days: readonly EarnedDay[],
  segment: readonly EarnedDay[],
  { month }: Proration,
): Ratio => {
  const months: { first: DayNo; last: DayNo }[] = []
  let first = period.first
  while (first <= period.last) {
    const next = plusMonths(period.first, months.length + 1)
    // whatever is left after the last whole month belongs to it
    const last = plusMonths(period.first, months.length + 2) - 1 > period.last ? period.last : next - 1
    months.push({ first, last })
    first = last + 1
  }
  return months.reduce((sum, { first, last }) => {
    const earning = days.filter((day) => first <= day.day && day.day <= last && day.earning)
    const own = segment.filter(({ day }) => first <= day && day <= last)
    if (own.length === 0) return sum
    const part = ratio(own.length, earning.length * months.length)
    const isWhole = earning.length === last - first + 1
    if (isWhole || month === 'full') return plusR(sum, part)
    if (month === 'complete') return sum
    if (month === 'byDays') return plusR(sum, ratio(own.length, (last - first + 1) * months.length))
    if ('atLeastDays' in month) return earning.length >= month.atLeastDays ? plusR(sum, part) : sum
    const limit = Math.min(last, first + month.limitDay - 1)
    return earning.some(({ day }) => day === limit) ? plusR(sum, part) : sum
  }, zero)
}
