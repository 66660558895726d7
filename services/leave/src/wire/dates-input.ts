import * as v from 'valibot'
import type { AbsentDay, Dates, Part } from '#domain/time/absence.ts'
import type { Span } from '#domain/time/schedule.ts'
import { spanOf } from './document/values.ts'
import { listOf, optional } from './input-parts.ts'
import { localDate } from './values.ts'

/** So many days, or parts of days, may be named one by one. */
export const DAYS_MAX = 366

const TWICE = 'stands beside a part: one of them says it'

const part = optional(v.picklist(['whole', 'am', 'pm', 'half']))
const times = optional(
  v.pipe(
    v.string(),
    v.maxLength(32),
    v.rawTransform(({ dataset, addIssue, NEVER }): Span => {
      const span = spanOf(dataset.value)
      if (span) return span
      addIssue({ message: 'not times such as 09:00-12:30' })
      return NEVER
    }),
  ),
)

/** A day, or a part of it: a half by name, or hours. */
const absentDay = v.pipe(
  v.strictObject({ day: localDate, part, times }),
  v.forward(
    v.check(({ part, times }) => part === null || times === null, TWICE),
    ['times'],
  ),
  v.transform(({ day, part, times }): AbsentDay => ({ day, part: times ?? part ?? 'whole' })),
)
export const absentDays = listOf(absentDay, DAYS_MAX)

const written = v.strictObject({
  first: optional(localDate),
  firstPart: part,
  firstTimes: times,
  last: optional(localDate),
  lastPart: part,
  lastTimes: times,
  days: optional(absentDays),
})
type Written = v.InferOutput<typeof written>

/** The days of a leave: a range, or days one by one. Refuses what is said twice or not at all, at the member that is wrong. */
export const dates = v.pipe(
  written,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const mistake = mistakeIn(dataset.value)
    if (!mistake) return
    const { member: key, message } = mistake
    addIssue({
      message,
      path: [{ type: 'object', origin: 'value', input: { ...dataset.value }, key, value: undefined }],
    })
  }),
  v.transform(datesOf),
)

type Mistake = { readonly member: string; readonly message: string }

const mistakeIn = (written: Written): Mistake | undefined => {
  const { days, first, firstPart, firstTimes, last, lastPart, lastTimes } = written
  if (days) {
    const range = { first, firstPart, firstTimes, last, lastPart, lastTimes }
    const beside = Object.entries(range).find(([, value]) => value)?.[0]
    return beside === undefined ? undefined : { member: beside, message: 'stands beside days, which say it all' }
  }
  if (!first) return { member: 'first', message: 'is missing' }
  if (!last) return { member: 'last', message: 'is missing' }
  if (firstPart && firstTimes) return { member: 'firstTimes', message: TWICE }
  if (lastPart && lastTimes) return { member: 'lastTimes', message: TWICE }
  return undefined
}

/** What is not said is whole; of a single day once is enough. Whether the days make sense is for the engine to say. */
function datesOf({ first, last, days, ...ends }: Written): Dates {
  if (days) return { kind: 'days', days }
  if (first === null || last === null) throw new Error('a range without an end was let pass')
  const [start, end]: readonly (Part | null)[] = [ends.firstTimes ?? ends.firstPart, ends.lastTimes ?? ends.lastPart]
  const single = first === last
  return {
    kind: 'range',
    first,
    firstPart: start ?? (single ? end : null) ?? 'whole',
    last,
    lastPart: end ?? (single ? start : null) ?? 'whole',
  }
}
