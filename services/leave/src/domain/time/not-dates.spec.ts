import { describe, expect, test } from 'vitest'
import { notDates } from './not-dates.ts'
import { hours, on, oneByOne, range } from './time.given.ts'

const [monday, tuesday] = [on('2026-06-01'), on('2026-06-02')]
const aRange = { kind: 'range', first: monday, firstPart: 'whole', last: tuesday, lastPart: 'whole' } as const

describe('dates are not dates of a leave', () => {
  test('when the end precedes the start', () =>
    expect(notDates({ ...aRange, first: tuesday, last: monday })).toEqual({
      type: 'EndBeforeStart',
      first: tuesday,
      last: monday,
    }))

  test('when they are longer than three years', () => {
    expect(notDates(range('2024-01-01', '2026-12-31'))).toBeUndefined()
    expect(notDates(range('2024-01-01', '2027-01-01'))).toEqual({ type: 'TooLong', days: 1_097, most: 1_096 })
    expect(notDates(oneByOne(['2027-01-01', 'whole'], ['2024-01-01', 'am']))).toEqual({
      type: 'TooLong',
      days: 1_097,
      most: 1_096,
    })
  })

  test('when one day begins with one part and ends with another', () => {
    const oneDay = { ...aRange, last: monday }
    expect(notDates({ ...oneDay, firstPart: 'am', lastPart: 'pm' })).toEqual({
      type: 'PartsDisagree',
      firstPart: 'am',
      lastPart: 'pm',
    })
    expect(notDates({ ...oneDay, firstPart: hours(9, 10), lastPart: hours(9, 10) })).toBeUndefined()
  })

  test('when no day is named', () => expect(notDates(oneByOne())).toEqual({ type: 'NoDays' }))

  test.each([
    [-1, 10],
    [1430, 1441],
    [600, 600],
    [600, 540],
    [0.5, 60],
  ])('when times are not of a day: %d to %d', (from, to) => {
    const refused = { type: 'NotTimes', from, to }
    expect(notDates({ ...aRange, lastPart: { from, to } })).toEqual(refused)
    expect(notDates(oneByOne(['2026-06-01', { from, to }]))).toEqual(refused)
  })

  test('when a day is named twice with parts that meet, or three halves are to fit into it', () => {
    const twice = { type: 'NamedTwice', day: monday }
    expect(notDates(oneByOne(['2026-06-01', 'am'], ['2026-06-01', 'whole']))).toEqual(twice)
    expect(notDates(oneByOne(['2026-06-01', 'half'], ['2026-06-01', 'half'], ['2026-06-01', 'half']))).toEqual(twice)
    expect(notDates(oneByOne(['2026-06-01', 'half'], ['2026-06-01', 'am'], ['2026-06-01', 'pm']))).toEqual(twice)
  })
})

describe('dates are dates of a leave', () => {
  test('with either half at either end, and hours to the end of the day', () => {
    expect(notDates({ ...aRange, firstPart: 'am', lastPart: 'pm' })).toBeUndefined()
    expect(notDates({ ...aRange, firstPart: { from: 960, to: 1440 }, lastPart: { from: 0, to: 600 } })).toBeUndefined()
  })

  test('with parts of one day that do not meet', () => {
    expect(notDates(oneByOne(['2026-06-01', 'am'], ['2026-06-02', 'whole'], ['2026-06-01', 'pm']))).toBeUndefined()
    expect(notDates(oneByOne(['2026-06-01', 'half'], ['2026-06-01', 'half']))).toBeUndefined()
    expect(notDates(oneByOne(['2026-06-01', hours(9, 10)], ['2026-06-01', hours(10, 11)]))).toBeUndefined()
  })
})
