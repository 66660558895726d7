import type { Proration } from '../policy/proration.ts'
import { common, daysIn, plusMonths, type Stretch } from './days.ts'
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

type Employed = readonly Stretch[]

const employedIn = (segments: readonly Segment[], month: Stretch): Employed =>
  segments.flatMap((segment) => {
    const part = common(segment, month)
    return segment.employed && part.first <= part.last ? [part] : []
  })

/** What `own` of a month's employed days are paid. */
const partOf = (month: Stretch, own: number, employed: Employed, rule: Proration['month']): Fraction => {
  const days = employed.reduce((sum, part) => sum + daysIn(part), 0)
  if (rule === 'byDays') return fraction(own, daysIn(month))
  if (rule === 'complete' && days < daysIn(month)) return ZERO
  if (typeof rule === 'object' && !reaches(rule, employed, month, days)) return ZERO
  return own === days ? ONE : fraction(own, days)
}

type Limit = Extract<Proration['month'], object>

const reaches = (rule: Limit, employed: Employed, month: Stretch, days: number): boolean =>
  'limitDay' in rule ? employedOn(employed, month, rule.limitDay) : days >= Math.min(rule.atLeastDays, daysIn(month))

/** Who joins on the limit day or before and leaves on it or later is employed on it. Past the month's end it is its last day. */
const employedOn = (employed: Employed, month: Stretch, limitDay: number): boolean => {
  const day = Math.min(month.first + limitDay - 1, month.last)
  return employed.some(({ first, last }) => first <= day && day <= last)
}
