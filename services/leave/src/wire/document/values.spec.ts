import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import * as values from './values.ts'

type Case = readonly [name: string, schema: v.GenericSchema, written: unknown, meant: unknown]

const read: readonly Case[] = [
  ['an amount', values.amount, 0.1, 1_000],
  ['an amount', values.amount, 1e-4, 1],
  ['an amount', values.amount, '2.0833', 20_833],
  ['an amount below zero', values.amount, -0.5, -5_000],
  ['no amount below zero', values.amount, '-0', 0],
  ['a leap day', values.date, '2024-02-29', '2024-02-29'],
  ['a day of every year', values.monthDay, '02-29', { month: 2, day: 29 }],
  ['the end of a day', values.timeOfDay, '24:00', 1440],
  ['a time', values.timeOfDay, '09:05', 545],
  ['a span', values.span, '09:00-12:30', { from: 540, to: 750 }],
  ['a part', values.part, { from: '14:00', to: '24:00' }, { from: 840, to: 1440 }],
  ['a part', values.part, 'half', 'half'],
  ['a weekday', values.weekday, 'sun', 7],
  ['a length', values.length, '3 months', { n: 3, unit: 'month' }],
  ['a length', values.length, { n: 1, unit: 'year' }, { n: 1, unit: 'year' }],
  ['a step', values.step, 0.25, 2_500],
  ['a step', values.step, { decimals: 0 }, 10_000],
  ['hours', values.hours, 7.6, 456],
]

const refused: readonly Case[] = [
  ['five decimals', values.amount, 0.12345, 'is not an amount with at most 4 decimals and 9 digits before them'],
  ['a number too big', values.amount, 1e21, 'is not an amount with at most 4 decimals and 9 digits before them'],
  ['a fraction', values.amount, '1/3', 'is not an amount with at most 4 decimals and 9 digits before them'],
  ['no number at all', values.amount, null, 'is neither a number nor text'],
  ['30 February', values.date, '2024-02-30', 'is not a date YYYY-MM-DD'],
  ['a date with a time', values.date, '2024-02-03T00:00', 'is not a date YYYY-MM-DD'],
  ['month 13', values.monthDay, '13-01', 'is not a day of the year MM-DD'],
  ['after the end of a day', values.timeOfDay, '24:01', 'is not a time of day HH:MM'],
  ['an hour alone', values.timeOfDay, '9:00', 'is not a time of day HH:MM'],
  ['a span that ends as it begins', values.span, { from: '09:00', to: '09:00' }, 'ends before it begins'],
  ['a length without a number', values.length, 'months', 'is not a length such as "3 months"'],
  ['seconds', values.hours, 0.0001, 'is not a whole number of minutes'],
  ['no step', values.step, 0, 'is not above zero'],
]

describe('what is written', () => {
  test.each(read)('%s is read', (_name, schema, written, meant) => expect(v.parse(schema, written)).toEqual(meant))

  test.each(refused)('%s is refused', (_name, schema, written, message) =>
    expect(v.safeParse(schema, written).issues?.map((issue) => issue.message)).toEqual([message]),
  )

  test('is printed back as it would be written', () =>
    expect([
      values.amountText(-5),
      values.amountText(25_0000),
      values.monthDayText({ month: 2, day: 29 }),
      values.lengthText({ n: 1, unit: 'week' }),
      values.weekdayName(7),
    ]).toEqual(['-0.0005', '25', '02-29', '1 week', 'sun']))
})
