import type { AbsentDay, Dates, Part } from '#domain/time/absence.ts'
import { dateOf, no } from './almanac.ts'

/** The days named, each with its part. */
export const namedDays = (dates: Dates): AbsentDay[] => {
  if (dates.kind === 'days') return [...dates.days]
  const [first, last] = [no(dates.first), no(dates.last)]
  const days: AbsentDay[] = []
  for (let day = first; day <= last; day++) {
    const part: Part = day === first ? dates.firstPart : day === last ? dates.lastPart : 'whole'
    days.push({ day: dateOf(day), part })
  }
  return days
}

const begin = (part: Part): number =>
  typeof part === 'object' ? part.from : { whole: 0, am: 0, half: 2_000, pm: 720 }[part]
export const byDayThenPart = (a: AbsentDay, b: AbsentDay): number =>
  no(a.day) - no(b.day) || begin(a.part) - begin(b.part)
