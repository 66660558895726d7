import { isId, parseLocalDate, parsePersonId } from '@awayday/kernel'
import * as v from 'valibot'
import { shown } from '#domain/evaluate/shown.ts'
import type { Length, MonthDay } from '#domain/policy/length.ts'
import { timeText } from '#domain/time/part-text.ts'
import type { Minute, Span } from '#domain/time/schedule.ts'
import { byKey, described, either, fields, oneOf, written } from './setting.ts'

/** What a document is written with: each value as people write it, and as the engine keeps it. */

export const id = described(
  'A name of 1 to 64 letters, digits, - and _',
  written('1 to 64 letters, digits, - and _', idOf),
)
export const personId = described('A person, by id', written('1 to 64 letters, digits, - and _', parsePersonId))
export const words = v.pipe(v.string('is not text'), v.maxLength(1_000, 'is longer than 1,000 characters'))
export const flag = v.boolean('is neither true nor false')
export const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema, 'is not a list')
/** Things by their names. */
export const named = <Schema extends v.GenericSchema>(schema: Schema) => byKey(id, schema)

export const date = described('A date, YYYY-MM-DD', written('a date YYYY-MM-DD', parseLocalDate))
export const monthDay = described(
  'A day of every year, MM-DD; past its month\'s end ("02-29") it means that month\'s last day',
  written('a day of the year MM-DD', monthDayOf),
)
export const monthDayText = ({ month, day }: MonthDay): string => `${pad(month)}-${pad(day)}`

/** Whole numbers from `least` to `most`. */
export const whole = (least: number, most: number) => {
  const otherwise = `is not a whole number from ${least} to ${most}`
  return v.pipe(v.number(otherwise), v.integer(otherwise), v.minValue(least, otherwise), v.maxValue(most, otherwise))
}

/**
 * An amount as a number or as text, n in 1/10,000 of the unit that the document counts in. A number is read by its shortest
 * text, so no binary fraction comes in.
 */
export const amount = v.pipe(
  either([v.number(), v.string()], 'is neither a number nor text'),
  v.title('an amount'),
  v.check((input) => partsOf(input) !== undefined, 'is not an amount with at most 4 decimals and 9 digits before them'),
  v.transform((input) => partsOf(input) ?? 0),
)
/** The same, not below zero. */
export const positive = v.pipe(amount, v.minValue(0, 'is below zero'))
/** Exact, as it would be written. */
export const amountText = (n: number): string => shown(n, 'day')

/** "14:00"; "24:00" is the end of a day. */
export const timeOfDay = described('A time of day, HH:MM; 24:00 is its end', written('a time of day HH:MM', minuteOf))
const spanText = written('a span of time HH:MM-HH:MM that ends after it begins', spanOf)
const spanFields = v.pipe(
  fields({ from: timeOfDay, to: timeOfDay }),
  v.check(({ from, to }) => from < to, 'ends before it begins'),
)
export const span = described(
  'From a time of day up to, and without, another',
  either([spanText, spanFields], 'is not a span of time'),
)
export const spanJson = ({ from, to }: Span): string => `${timeText(from)}-${timeText(to)}`

export const holidayPart = oneOf(['whole', 'am', 'pm', 'half'])
/** How much of a day. */
export const part = described(
  '"whole", "am", "pm", "half" (one of the two, nobody said which), or from-to: "14:00-16:30"',
  either(
    [oneOf(['whole', 'am', 'pm', 'half']), spanText, spanFields],
    'is neither "whole", "am", "pm", "half" nor a span HH:MM-HH:MM',
  ),
)

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const weekday = described(
  'A weekday: mon, tue, wed, thu, fri, sat, sun',
  v.pipe(
    oneOf(WEEKDAYS),
    v.transform((name) => WEEKDAYS.indexOf(name) + 1),
  ),
)
export const weekdayName = (number: number): (typeof WEEKDAYS)[number] => WEEKDAYS[number - 1] ?? 'mon'

/** Working time in hours, kept in whole minutes. */
export const hours = described(
  'Hours, a whole number of minutes: 8, 7.5',
  v.pipe(
    positive,
    v.check((n) => (n * 60) % 10_000 === 0, 'is not a whole number of minutes'),
    v.transform((n): Minute => (n * 60) / 10_000),
  ),
)

const UNITS = ['day', 'week', 'month', 'year'] as const
export const length = described(
  'A stretch of calendar time: "90 days", "2 weeks", "3 months", "1 year"',
  either(
    [written('a length such as "3 months"', lengthOf), fields({ n: whole(0, 100_000), unit: oneOf(UNITS) })],
    'is not a length such as "3 months"',
  ),
)
export const lengthText = ({ n, unit }: Length): string => `${n} ${unit}${n === 1 ? '' : 's'}`

/** To a multiple of this; n in 1/10,000 as an amount. */
export const step = described(
  'A step: 1, 0.5, 0.25, 0.1 or another amount above zero; or {"decimals": 0 to 4}',
  either(
    [
      v.pipe(amount, v.minValue(1, 'is not above zero')),
      v.pipe(
        fields({ decimals: whole(0, 4) }),
        v.transform(({ decimals }) => 10 ** (4 - decimals)),
      ),
    ],
    'is neither an amount above zero nor {"decimals": 0 to 4}',
  ),
)

function idOf(text: string): string | undefined {
  return isId(text) ? text : undefined
}

function monthDayOf(text: string): MonthDay | undefined {
  const [, month, day] = (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []).map(Number)
  return month === undefined || day === undefined ? undefined : { month, day }
}

function minuteOf(text: string): Minute | undefined {
  const [, hours, minutes] = (/^(\d\d):([0-5]\d)$/.exec(text) ?? []).map(Number)
  if (hours === undefined || minutes === undefined) return undefined
  return hours * 60 + minutes <= 1440 ? hours * 60 + minutes : undefined
}

export function spanOf(text: string): Span | undefined {
  const [from, to, more] = text.split('-').map((time) => minuteOf(time.trim()))
  return from !== undefined && to !== undefined && more === undefined && from < to ? { from, to } : undefined
}

function lengthOf(text: string): Length | undefined {
  const [, n, name] = /^(\d{1,5}) (day|week|month|year)s?$/.exec(text) ?? []
  const unit = UNITS.find((known) => known === name)
  return n === undefined || unit === undefined ? undefined : { n: Number(n), unit }
}

function partsOf(input: number | string): number | undefined {
  const [, sign, above, decimals] = /^(-?)(\d{1,9})(?:\.(\d{1,4}))?$/.exec(String(input)) ?? []
  if (above === undefined) return undefined
  const n = Number(above) * 10_000 + Number((decimals ?? '').padEnd(4, '0'))
  return sign && n > 0 ? -n : n
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : `${n}`
}
