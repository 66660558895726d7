import * as v from 'valibot'
import { counting as standard } from '#domain/policy/defaults.ts'
import { countingJson } from './policy-json.ts'
import { weekdays } from './schedule.ts'
import { either, fields, oneOf, setting } from './setting.ts'
import { flag, hours, list, weekday, whole } from './values.ts'

const {
  days,
  holidays,
  sandwich,
  sandwiched,
  ends,
  hours: hour,
  whole: wholes,
  countsAsWorked,
} = countingJson(standard)

/** How the days of a leave are charged. */
export const counting = fields({
  days: setting(
    'working: only worked slots are charged. calendar: every day named, free or not; a half for a half. {"weekdays": "mon-sat"}: each of them as if the person worked a whole day, but for holidays and closings.',
    either(
      [
        oneOf(['working', 'calendar']),
        fields({
          weekdays: either(
            [v.pipe(list(weekday), v.minLength(1, 'names no weekday')), weekdays],
            'is neither weekdays such as "mon-sat" nor a list of them',
          ),
        }),
      ],
      'is neither "working", "calendar" nor {"weekdays": "mon-sat"}',
    ),
    days,
  ),
  holidays: setting(
    'charged: a public holiday is charged like the working day it would be. Closings are free either way.',
    oneOf(['free', 'charged']),
    holidays,
  ),
  sandwich: setting(
    'The sandwich rule. request: free days between two charged days of one request are charged as whole days. adjoining: also free days between it and accepted leave of the same type that nothing but free days separate from it, charged to whichever was accepted later.',
    oneOf(['off', 'request', 'adjoining']),
    sandwich,
  ),
  sandwiched: setting(
    'Which of the sandwiched free days are charged.',
    oneOf(['all', 'daysOff', 'holidays']),
    sandwiched,
  ),
  ends: setting(
    'Which ends of a range are charged: both, or the first or the last day, or both, are left out.',
    oneOf(['both', 'withoutFirst', 'withoutLast', 'neither']),
    ends,
  ),
  hours: setting(
    "What an hour costs where the policy counts days. scheduled: its share of that day's planned time, times what the day costs; else its share of a fixed length of day.",
    either(
      [
        oneOf(['scheduled']),
        fields({ dayMinutes: whole(1, 1440) }),
        v.pipe(
          fields({ dayHours: hours }),
          v.check(({ dayHours }) => dayHours > 0 && dayHours <= 1440, 'is not a length of day'),
          v.transform(({ dayHours }) => ({ dayMinutes: dayHours })),
        ),
      ],
      'is neither "scheduled", {"dayHours": 8} nor {"dayMinutes": 480}',
    ),
    hour,
  ),
  whole: setting(
    'Whether whole days and halves cost by slots (half a day for each worked half) or by their minutes, as hours do.',
    oneOf(['slots', 'minutes']),
    wholes,
  ),
  countsAsWorked: setting(
    'Whether time away with this policy counts as worked, for plans that earn by worked time.',
    flag,
    countsAsWorked,
  ),
})
