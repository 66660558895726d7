import type { Proration } from '../policy/proration.ts'
import { common, type Day, daysIn, plusMonths, type Stretch } from './days.ts'
import { type Fraction, fraction, ONE, plus, times, ZERO } from './fraction.ts'
import type { Segment } from './segments.ts'

/**
 * The share of a period's months that a segment has: a month counts for the part that the rule says of who is employed
 * in it, and its segments share that by employed calendar days. Null where the period is shorter than a month.
 */
export const shareByMonths = (
  segment: Stretch,
  segments: readonly Segment[],
  grid: Stretch,
  rule: Proration['month'],
): Fraction | null => {
  const months = monthsOf(grid)
  if (months.length === 0) return null
  const shares = months.flatMap((month) => {
    const own = daysIn(common(segment, month))
    return own > 0 ? [partOf(month, own, employedIn(segments, month), rule)] : []
  })
  return times(shares.reduce(plus, ZERO), fraction(1, months.length))
}

/** Counted from the period's first day; the last one ends with the period. */
const monthsOf = ({ first, last }: Stretch): readonly Stretch[] => {
  const months: Stretch[] = []
  for (let n = 1; plusMonths(first, n) - 1 <= last; n += 1) {
    const ends = plusMonths(first, n + 1) - 1 > last
    months.push({ first: plusMonths(first, n - 1), last: ends ? last : plusMonths(first, n) - 1 })
  }
  return months
}

type Employed = { readonly first: Day; readonly last: Day; readonly days: number }

const employedIn = (segments: readonly Segment[], month: Stretch): Employed => {
  const parts = segments.filter(({ employed }) => employed).map((segment) => common(segment, month))
  const there = parts.filter((part) => part.first <= part.last)
  return {
    first: there[0]?.first ?? month.first,
    last: there.at(-1)?.last ?? month.last,
    days: there.reduce((sum, part) => sum + daysIn(part), 0),
  }
}

/** What `own` of a month's employed days are paid. */
const partOf = (month: Stretch, own: number, employed: Employed, rule: Proration['month']): Fraction => {
  const length = daysIn(month)
  if (rule === 'byDays') return fraction(own, length)
  return counts(month, employed, rule) ? (own === employed.days ? ONE : fraction(own, employed.days)) : ZERO
}

const counts = (month: Stretch, employed: Employed, rule: Exclude<Proration['month'], 'byDays'>): boolean => {
  if (rule === 'full') return true
  if (rule === 'complete') return employed.days === daysIn(month)
  const limit = Math.min(rule.limitDay, daysIn(month))
  const [joined, left] = [employed.first - month.first + 1, employed.last - month.first + 1]
  return joined <= limit && left >= limit
}
