import * as v from 'valibot'
import type { AbsentDay, Dates } from '#domain/time/absence.ts'
import { described, either, fields, setting } from './setting.ts'
import { date, list, part } from './values.ts'

const absentDay = either(
  [
    v.pipe(
      date,
      v.transform((day): AbsentDay => ({ day, part: 'whole' })),
    ),
    v.pipe(
      fields({ date: described('The day.', date), part: setting('How much of it.', part, 'whole') }),
      v.transform(({ date: day, part }): AbsentDay => ({ day, part })),
    ),
  ],
  'is neither a date YYYY-MM-DD nor {"date", "part"}',
)

/** How the days of a leave are written, beside whatever else is said of it: a range, one day, or days one by one. */
export const datesEntries = {
  first: v.optional(described('The first day.', date)),
  last: v.optional(described('The last day; the first one where it is left out.', date)),
  firstPart: v.optional(described('Of the first day, this part.', part)),
  lastPart: v.optional(described('Of the last day, this part.', part)),
  part: v.optional(described('Of a single day, this part.', part)),
  days: v.optional(
    described(
      'Days one by one, in place of a range; a day may come twice with parts that do not meet.',
      list(absentDay),
    ),
  ),
}

export type WrittenDates = v.InferOutput<v.StrictObjectSchema<typeof datesEntries, undefined>>

/** What is wrong with how dates are written, by member. Whether they make sense is for the engine to say. */
export const datesMistake = ({ first, last, firstPart, lastPart, part, days }: WrittenDates): Mistake | undefined => {
  const range = { first, last, firstPart, lastPart, part }
  const beside = Object.entries(range).find(([, value]) => value !== undefined)?.[0]
  if (days)
    return beside === undefined
      ? undefined
      : { member: beside, message: 'stands beside "days", which already say it all' }
  if (!first) return { member: 'first', message: 'is missing: dates are "first" and perhaps "last", or "days"' }
  const single = last === undefined || last === first
  if (part && !single) return { member: 'part', message: 'is of a single day; a range has "firstPart" and "lastPart"' }
  if (part && (firstPart || lastPart)) return { member: 'part', message: 'is said twice' }
  return undefined
}

export type Mistake = { readonly member: string; readonly message: string }

/** Of dates that are written without a mistake. */
export const datesOf = ({ first, last, firstPart, lastPart, part, days }: WrittenDates): Dates | undefined => {
  if (days) return { kind: 'days', days }
  if (!first) return undefined
  const end = last ?? first
  if (end !== first)
    return { kind: 'range', first, firstPart: firstPart ?? 'whole', last: end, lastPart: lastPart ?? 'whole' }
  const whole = part ?? 'whole'
  return {
    kind: 'range',
    first,
    firstPart: firstPart ?? lastPart ?? whole,
    last: end,
    lastPart: lastPart ?? firstPart ?? whole,
  }
}
