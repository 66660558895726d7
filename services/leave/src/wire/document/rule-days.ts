import * as v from 'valibot'
import type { Days } from '#domain/rules/days.ts'
import { described, either, fields } from './setting.ts'
import { date, list, monthDay, monthDayText, weekday, weekdayName } from './values.ts'

/** Days that a rule speaks of. */
export const ruleDays = list(
  either(
    [
      v.pipe(
        date,
        v.transform((day): Days => ({ kind: 'range', first: day, last: day })),
      ),
      v.pipe(
        monthDay,
        v.transform((day): Days => ({ kind: 'yearly', first: day, last: day })),
      ),
      v.pipe(
        fields({ first: described('The first day.', date), last: described('The last day, itself included.', date) }),
        v.check(({ first, last }) => first <= last, 'ends before it begins'),
        v.transform(({ first, last }): Days => ({ kind: 'range', first, last })),
      ),
      v.pipe(
        fields({
          first: described('The first day of every year, MM-DD.', monthDay),
          last: described('The last day, MM-DD, itself included; before the first one: of the next year.', monthDay),
        }),
        v.transform(({ first, last }): Days => ({ kind: 'yearly', first, last })),
      ),
      v.pipe(
        fields({ weekdays: described('Every week.', list(weekday)) }),
        v.transform(({ weekdays }): Days => ({ kind: 'weekdays', weekdays })),
      ),
    ],
    'is neither a day YYYY-MM-DD, a day of every year MM-DD, {"first", "last"} of either, nor {"weekdays": ["fri"]}',
  ),
)

/** As it would be written. */
export const ruleDaysJson = (all: readonly Days[]) =>
  all.map((days) => {
    if (days.kind === 'weekdays') return { weekdays: days.weekdays.map(weekdayName) }
    return days.kind === 'range'
      ? { first: `${days.first}`, last: `${days.last}` }
      : { first: monthDayText(days.first), last: monthDayText(days.last) }
  })
