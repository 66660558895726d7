import * as v from 'valibot'
import { timeText } from '#domain/time/part-text.ts'
import type { Schedule } from '#domain/time/schedule.ts'
import { dayOff, dayPlan, dayPlanJson, planOf, type WrittenDay } from './day-plan.ts'
import { byKey, described, either, fields, maybe, setting, written } from './setting.ts'
import { amountText, date, hours, list, positive, timeOfDay, weekday, weekdayName } from './values.ts'

/** A schedule as it is stored and read back: every day of every week. */
export const scheduleJson = ({ anchor, firstWeekday, weeks, noon, fte }: Schedule) => ({
  anchor: `${anchor}`,
  firstWeekday: weekdayName(firstWeekday),
  weeks: weeks.map((week) => week.map(dayPlanJson)),
  noon: timeText(noon),
  fte: amountText(fte),
})

/** The days of a week from Monday on; who is not named does not work. */
type Week = readonly (WrittenDay | undefined)[]

/** Weekdays in one text; 1 is Monday. */
export const weekdays = written('weekdays such as "mon", "mon-fri" or "mon, wed"', weekdaysOf)

const weekByName = v.pipe(
  byKey(
    written('weekdays such as "mon", "mon-fri" or "mon, wed"', (text) => weekdaysOf(text) && text),
    dayPlan,
  ),
  v.check((week) => {
    const named = Object.keys(week).flatMap((key) => weekdaysOf(key) ?? [])
    return new Set(named).size === named.length
  }, 'names a weekday twice'),
  v.transform((week) => {
    const days: (WrittenDay | undefined)[] = Array.from({ length: 7 })
    for (const [key, plan] of Object.entries(week)) for (const day of weekdaysOf(key) ?? []) days[day - 1] = plan
    return { inOrder: false, days }
  }),
)
const weekInOrder = v.pipe(
  list(dayPlan),
  v.length(7, 'has not seven days'),
  v.transform((days): { readonly inOrder: boolean; readonly days: Week } => ({ inOrder: true, days })),
)
const week = either([weekByName, weekInOrder], 'is neither days by weekday nor a list of seven')

const settings = v.pipe(
  fields({
    weeks: described(
      'The weeks in turn: each by weekday ({"mon-thu": 8, "fri": "09:00-13:00"}; who is not named does not work), or a list of seven days from firstWeekday on.',
      v.pipe(list(week), v.minLength(1, 'has no week')),
    ),
    anchor: maybe('A day in the first week of the rotation; needed where there are several weeks.', date),
    firstWeekday: setting('The weekday that each week begins with.', weekday, 'mon'),
    noon: setting('Where mornings end.', timeOfDay, '12:00'),
    fte: setting('The share of full time: 1 is full time.', positive, 1),
    dayHours: setting('How long a whole day is whose hours are not said ("whole", "am").', hours, 8),
  }),
  v.check(
    ({ weeks, anchor }) => weeks.length === 1 || anchor !== null,
    'rotates, and needs an "anchor": a day in its first week',
  ),
  v.check(({ dayHours }) => dayHours > 1 && dayHours <= 1440, 'has days of no length'),
  v.transform(({ weeks, anchor, firstWeekday, noon, fte, dayHours }) =>
    scheduleOf(weeks, { anchor: anchor ?? someMonday, firstWeekday, noon, fte }, dayHours),
  ),
)

const usual: Omit<Schedule, 'weeks'> = { anchor: v.parse(date, '2024-01-01'), firstWeekday: 1, noon: 720, fte: 10_000 }
const someMonday = usual.anchor

const simple = v.pipe(
  weekByName,
  v.transform((days) => scheduleOf([days], usual, 480)),
)
const byWeekdays = v.pipe(
  weekdays,
  v.transform((named) => {
    const days = Array.from({ length: 7 }, (_, n): WrittenDay | undefined =>
      named.includes(n + 1) ? { kind: 'minutes', minutes: 480 } : undefined,
    )
    return scheduleOf([{ inOrder: false, days }], usual, 480)
  }),
)

/** A work pattern: "mon-fri" (8 hours each), one week by weekday, or weeks in turn with all their settings. */
export const schedule = either(
  [byWeekdays, settings, simple],
  'is neither weekdays such as "mon-fri", days by weekday such as {"mon-thu": 8, "fri": "09:00-13:00"}, nor {"weeks": […]}',
)

function scheduleOf(
  weeks: readonly { readonly inOrder: boolean; readonly days: Week }[],
  around: Omit<Schedule, 'weeks'>,
  full: number,
): Schedule {
  const shift = around.firstWeekday - 1
  const plans = weeks.map(({ inOrder, days }) =>
    Array.from({ length: 7 }, (_, n) => {
      const day = days[inOrder ? n : (n + shift) % 7]
      return day ? planOf(day, around.noon, full) : dayOff
    }),
  )
  return { ...around, weeks: plans }
}

function weekdaysOf(text: string): readonly number[] | undefined {
  const parts = text.split(',').map((part) => rangeOf(part.trim()))
  const known = parts.filter((part) => part !== undefined).flat()
  return parts.includes(undefined) || new Set(known).size !== known.length ? undefined : known
}

/** "fri-mon" goes over the weekend. */
function rangeOf(text: string): readonly number[] | undefined {
  const [first, last, more] = text.split('-').map((name) => v.safeParse(weekday, name))
  if (!first?.success || more) return undefined
  if (!last) return [first.output]
  if (!last.success) return undefined
  return Array.from({ length: ((last.output - first.output + 7) % 7) + 1 }, (_, n) => ((first.output - 1 + n) % 7) + 1)
}
