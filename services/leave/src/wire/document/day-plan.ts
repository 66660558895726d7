import * as v from 'valibot'
import type { DayPlan, Minute, Span } from '#domain/time/schedule.ts'
import { either, fields, oneOf, setting, written } from './setting.ts'
import { hours, list, span, spanJson, spanOf, whole } from './values.ts'

export const dayOff: DayPlan = { halves: 'none', minutes: 0, times: [] }

/** A plan as it is written, before it is known where mornings end and how long a day is. */
export type WrittenDay =
  | { readonly kind: 'halves'; readonly halves: DayPlan['halves'] }
  | { readonly kind: 'minutes'; readonly minutes: Minute }
  | { readonly kind: 'times'; readonly times: readonly Span[] }
  | { readonly kind: 'complete'; readonly plan: DayPlan }

const byHalves = v.pipe(
  oneOf(['whole', 'am', 'pm', 'half', 'off']),
  v.transform((word): WrittenDay => ({ kind: 'halves', halves: word === 'off' ? 'none' : word })),
)
const byTimes = v.pipe(
  written('times HH:MM-HH:MM, in order and apart', timesOf),
  v.transform((times): WrittenDay => ({ kind: 'times', times })),
)
const byListOfTimes = v.pipe(
  list(span),
  v.minLength(1, 'names no times'),
  v.check((times) => areApart(times), 'is not in order and apart'),
  v.transform((times): WrittenDay => ({ kind: 'times', times })),
)
const byHours = v.pipe(
  hours,
  v.maxValue(1440, 'is longer than a day'),
  v.transform((minutes): WrittenDay => ({ kind: 'minutes', minutes })),
)
const complete = v.pipe(
  fields({
    halves: oneOf(['whole', 'am', 'pm', 'half', 'none']),
    minutes: whole(0, 1440),
    times: setting(
      'When exactly; empty: nobody said.',
      v.pipe(
        list(span),
        v.check((times) => areApart(times), 'is not in order and apart'),
      ),
      [],
    ),
  }),
  v.check(
    ({ halves, minutes }) => (halves === 'none') === (minutes === 0),
    'has 0 minutes exactly where no half is worked',
  ),
  v.check(
    ({ minutes, times }) => times.length === 0 || total(times) === minutes,
    'has times that do not add up to its minutes',
  ),
  v.transform((plan): WrittenDay => ({ kind: 'complete', plan })),
)

/** What is worked on a day: hours, times, halves, or all of it. */
export const dayPlan = either(
  [byHalves, byTimes, byListOfTimes, byHours, complete],
  'is neither hours, times "09:00-12:00, 13:00-17:00" (or a list of them), "whole", "am", "pm", "half", "off" nor {"halves", "minutes", "times"}',
)

/** `noon`: where mornings end; `full`: how long a whole day is whose times and hours are not said. */
export const planOf = (day: WrittenDay, noon: Minute, full: Minute): DayPlan => {
  switch (day.kind) {
    case 'halves': {
      const minutes = day.halves === 'none' ? 0 : day.halves === 'whole' ? full : Math.floor(full / 2)
      return { halves: day.halves, minutes, times: [] }
    }
    case 'minutes':
      return day.minutes === 0 ? dayOff : { halves: 'whole', minutes: day.minutes, times: [] }
    case 'times':
      return { halves: halvesOf(day.times, noon), minutes: total(day.times), times: day.times }
    case 'complete':
      return day.plan
  }
}

export const dayPlanJson = ({ halves, minutes, times }: DayPlan) => ({ halves, minutes, times: times.map(spanJson) })

const halvesOf = (times: readonly Span[], noon: Minute): DayPlan['halves'] => {
  const am = times.some(({ from }) => from < noon)
  const pm = times.some(({ to }) => to > noon)
  return am && pm ? 'whole' : am ? 'am' : 'pm'
}

const total = (times: readonly Span[]): Minute => times.reduce((sum, { from, to }) => sum + to - from, 0)

function areApart(times: readonly Span[]): boolean {
  return times.every(({ from }, n) => n === 0 || (times[n - 1]?.to ?? 0) <= from)
}

function timesOf(text: string): readonly Span[] | undefined {
  const times = text.split(',').map((part) => spanOf(part.trim()))
  const known = times.filter((time) => time !== undefined)
  return known.length === times.length && areApart(known) ? known : undefined
}
