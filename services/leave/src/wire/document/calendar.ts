import * as v from 'valibot'
import type { Calendar, Closing, Holiday } from '#domain/time/calendar.ts'
import { described, either, fields, setting } from './setting.ts'
import { date, holidayPart, list, words } from './values.ts'

/** What is free at a location, as it is stored and read back. */
export const calendarJson = ({ holidays, closings }: Calendar) => ({
  holidays: holidays.map(({ day, part, name }) => ({ date: `${day}`, part, name })),
  closings: closings.map(({ first, last, part, name }) => ({ first: `${first}`, last: `${last}`, part, name })),
})

const part = setting('"whole", "am", "pm", or "half": one of the two, nobody said which.', holidayPart, 'whole')

const holiday = either(
  [
    v.pipe(
      date,
      v.transform((day): Holiday => ({ day, part: 'whole', name: 'Holiday' })),
    ),
    v.pipe(
      fields({
        date: described('The day, YYYY-MM-DD.', date),
        part,
        name: setting('What it is called.', words, 'Holiday'),
      }),
      v.transform(({ date: day, part, name }): Holiday => ({ day, part, name })),
    ),
  ],
  'is neither a date YYYY-MM-DD nor {"date", "name", "part"}',
)

const closing = v.pipe(
  fields({
    first: described('The first closed day.', date),
    last: described('The last closed day.', date),
    part,
    name: setting('What it is called.', words, 'Closing'),
  }),
  v.check(({ first, last }) => first <= last, 'ends before it begins'),
  v.transform((all): Closing => all),
)

/** What is free at a location. */
export const calendar = v.pipe(
  fields({
    holidays: setting('Public holidays: dates, or objects with a name and a part.', list(holiday), []),
    closings: setting('Days on which the whole location is closed.', list(closing), []),
  }),
  v.transform((all): Calendar => all),
)
