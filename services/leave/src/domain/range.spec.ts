import { amountText } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { chargesOf, total } from './charge.ts'
import { range } from './person.given.ts'
import { notARange, overlap } from './range.ts'

describe('a range', () => {
  test.each([
    ['2026-06-03', '2026-06-02', { type: 'EndBeforeStart', first: '2026-06-03', last: '2026-06-02' }],
    ['2026-01-01', '2027-01-02', { type: 'TooLong', days: 367, most: 366 }],
    ['2026-01-01', '2036-01-01', { type: 'TooLong', days: 3653, most: 366 }],
    ['2026-06-03 am', '2026-06-03 pm', { type: 'PartsDisagree', firstPart: 'am', lastPart: 'pm' }],
    ['2026-06-03', '2026-06-03 am', { type: 'PartsDisagree', firstPart: 'whole', lastPart: 'am' }],
  ])('from %s to %s is none', (first, last, why) => expect(notARange(range(first, last))).toEqual(why))

  test.each([
    ['2026-01-01', '2027-01-01'],
    ['2026-06-03 pm', '2026-06-03 pm'],
    ['2026-06-03 am', '2026-06-05 pm'],
  ])('may go from %s to %s', (first, last) => expect(notARange(range(first, last))).toBeUndefined())
})

describe('what leave costs', () => {
  test.each([
    ['2026-06-01', '2026-06-01', '1 day'],
    ['2026-06-01 am', '2026-06-01 am', '0.5 days'],
    ['2026-06-01', '2026-06-05', '5 days'],
    ['2026-06-01 pm', '2026-06-05 am', '4 days'],
    ['2026-06-01 am', '2026-06-05 pm', '4 days'],
    ['2026-06-05', '2026-06-08', '2 days'],
    ['2026-06-06', '2026-06-07', '0 days'],
    ['2026-06-06 pm', '2026-06-08 am', '0.5 days'],
    ['2028-02-28', '2028-03-01', '3 days'],
    ['2026-01-01', '2026-12-31', '261 days'],
  ])('from %s to %s: %s', (first, last, amount) =>
    expect(amountText(total(chargesOf(range(first, last))))).toBe(amount),
  )

  test('is told for each day, with its half', () =>
    expect(chargesOf(range('2026-06-05 pm', '2026-06-08'))).toEqual([
      { day: '2026-06-05', part: 'pm', amount: { unit: 'day', n: 5_000 } },
      { day: '2026-06-08', amount: { unit: 'day', n: 10_000 } },
    ]))
})

describe('two ranges', () => {
  test.each([
    [
      ['2026-06-01', '2026-06-05'],
      ['2026-06-05', '2026-06-09'],
    ],
    [
      ['2026-06-01', '2026-06-30'],
      ['2026-06-10 am', '2026-06-10 am'],
    ],
    [
      ['2026-06-06', '2026-06-07'],
      ['2026-06-07', '2026-06-08'],
    ],
    [
      ['2026-06-01', '2026-06-05 am'],
      ['2026-06-05 am', '2026-06-05 am'],
    ],
  ])('%j and %j overlap', (a, b) => {
    expect([overlap(range(...pair(a)), range(...pair(b))), overlap(range(...pair(b)), range(...pair(a)))]).toEqual([
      true,
      true,
    ])
  })

  test.each([
    [
      ['2026-06-01', '2026-06-05'],
      ['2026-06-06', '2026-06-09'],
    ],
    [
      ['2026-06-01', '2026-06-05 am'],
      ['2026-06-05 pm', '2026-06-09'],
    ],
    [
      ['2026-06-01 am', '2026-06-01 am'],
      ['2026-06-01 pm', '2026-06-01 pm'],
    ],
    [
      ['2026-06-01 am', '2026-06-03'],
      ['2026-06-01 pm', '2026-06-01 pm'],
    ],
    [
      ['2026-06-01', '2026-06-03 pm'],
      ['2026-06-03 am', '2026-06-03 am'],
    ],
  ])('%j and %j do not', (a, b) => {
    expect([overlap(range(...pair(a)), range(...pair(b))), overlap(range(...pair(b)), range(...pair(a)))]).toEqual([
      false,
      false,
    ])
  })
})

const pair = ([first = '', last = '']: readonly string[]) => [first, last] as const
