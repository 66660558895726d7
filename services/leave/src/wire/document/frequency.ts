import * as v from 'valibot'
import type { Frequency } from '#domain/policy/plan.ts'
import { described, either, fields, oneOf, setting } from './setting.ts'
import { date, list, monthDay, monthDayText, weekday, whole } from './values.ts'

const dates = v.pipe(
  list(monthDay),
  v.minLength(1, 'names no date'),
  v.check((all) => ascending(all.map(monthDayText)), 'is not in order, or names a date twice'),
)
const start = 'leaveYear: steps from the first day of the leave year. joining: from the day of joining. '

const short = v.pipe(
  oneOf(['continuous', 'day', 'week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year']),
  v.transform((every): Frequency => {
    if (every === 'continuous' || every === 'day') return { every }
    if (every === 'halfMonth') return { every, days: [1, 15] }
    return every === 'week' ? { every, weekday: 1 } : { every, on: 'leaveYear' }
  }),
)

const weekly = fields({
  every: oneOf(['week']),
  weekday: setting(
    'The day each period begins on; joining: the weekday of joining.',
    either([oneOf(['joining']), weekday], 'is neither a weekday nor "joining"'),
    'mon',
  ),
})
const twoWeekly = fields({
  every: oneOf(['twoWeeks']),
  anchor: described(
    'The first day of one of the periods; joining: the day of joining.',
    either([oneOf(['joining']), date], 'is neither a date nor "joining"'),
  ),
})
const halfMonthly = fields({
  every: oneOf(['halfMonth']),
  days: setting(
    "The days of the month on which periods begin; past the month's end it is the last day.",
    v.pipe(
      v.strictTuple([whole(1, 31), whole(1, 31)], 'is not two days of the month'),
      v.check(([first, second]) => first < second, 'is not in order'),
    ),
    [1, 15],
  ),
})
const monthly = fields({
  every: oneOf(['month']),
  on: setting(
    `${start}Or a day of the month, past its end the last day.`,
    either([oneOf(['leaveYear', 'joining']), whole(1, 31)], 'is neither "leaveYear", "joining" nor a day of the month'),
    'leaveYear',
  ),
})
const longer = fields({
  every: oneOf(['quarter', 'halfYear', 'year']),
  on: setting(
    `${start}Or the dates of the year on which periods begin.`,
    either(
      [oneOf(['leaveYear', 'joining']), dates],
      'is neither "leaveYear", "joining" nor a list of dates of the year',
    ),
    'leaveYear',
  ),
})

/** How often grants come; a word alone means the standard of that frequency. */
export const frequency = either(
  [short, weekly, twoWeekly, halfMonthly, monthly, longer],
  'is neither "continuous", "day", "week", "halfMonth", "month", "quarter", "halfYear", "year" nor an object with "every", such as {"every": "twoWeeks", "anchor": "2025-01-06"}',
)

const ascending = (texts: readonly string[]): boolean =>
  texts.every((text, n) => n === 0 || (texts[n - 1] ?? '') < text)
