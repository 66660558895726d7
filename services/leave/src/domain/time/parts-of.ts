import { addDays, daysBetween, type LocalDate } from '@awayday/kernel'
import type { Dates, Part } from './absence.ts'
import { NOON } from './work-on.ts'

/** One day of a leave with the parts of it that are named, earliest first. */
export type NamedDay = { readonly day: LocalDate; readonly parts: readonly Part[] }

/** The days that a leave names, worked or not, oldest first; none twice. */
export const partsOf = (dates: Dates): readonly NamedDay[] => {
  if (dates.kind === 'days') return grouped(dates.days)
  const { first, last } = dates
  return Array.from({ length: Math.max(0, daysBetween(first, last)) }, (_, n) => {
    const day = addDays(first, n)
    return { day, parts: partsOn(dates, day) }
  })
}

/** What leave names of one day, earliest first; nothing of other days. */
export const partsOn = (dates: Dates, day: LocalDate): readonly Part[] => {
  if (dates.kind === 'days')
    return partsOf({ kind: 'days', days: dates.days.filter((one) => one.day === day) })[0]?.parts ?? []
  const { first, firstPart, last, lastPart } = dates
  if (day < first || last < day) return []
  return [day === first ? firstPart : day === last ? lastPart : 'whole']
}

const grouped = (days: readonly { readonly day: LocalDate; readonly part: Part }[]): readonly NamedDay[] => {
  const byDay = new Map<LocalDate, Part[]>()
  for (const { day, part } of days) byDay.set(day, [...(byDay.get(day) ?? []), part])
  return [...byDay]
    .map(([day, parts]) => ({ day, parts: parts.toSorted(earliestFirst) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

export const earliestFirst = (a: Part, b: Part): number => startOf(a) - startOf(b)

/** Halves without a side come last: what they meet is what the others leave. */
const startOf = (part: Part): number => {
  if (typeof part === 'object') return part.from
  return part === 'pm' ? NOON : part === 'half' ? Number.MAX_SAFE_INTEGER : 0
}
