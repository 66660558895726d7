import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Part } from './absence.ts'
import { anyRange } from './any-time.given.ts'
import { clashOf, overlap, overlapKind } from './overlap.ts'
import { hours, oneByOne, range } from './time.given.ts'

const day = (...parts: readonly Part[]) => oneByOne(...parts.map((part) => ['2026-06-05', part] as const))

describe('overlap', () => {
  test.each<[string, Part, Part, boolean]>([
    ['a day meets itself', 'whole', 'whole', true],
    ['morning and afternoon do not meet', 'am', 'pm', false],
    ['hours before noon meet the morning', hours(9, 10), 'am', true],
    ['hours before noon do not meet the afternoon', hours(9, 12), 'pm', false],
    ['hours that only touch do not meet', hours(9, 10), hours(10, 11), false],
    ['hours that share a minute meet', { from: 540, to: 601 }, hours(10, 11), true],
    ['two halves without a side fit into a day', 'half', 'half', false],
    ['a half without a side fits beside a morning', 'half', 'am', false],
    ['a half without a side does not fit beside a day', 'half', 'whole', true],
    ['a half without a side fits beside hours of one half', 'half', hours(14, 18), false],
    ['a half without a side does not fit beside hours on both sides of noon', 'half', hours(11, 13), true],
  ])('%s', (_name, a, b, meet) => {
    expect(overlap(day(a), day(b))).toBe(meet)
    expect(overlap(day(b), day(a))).toBe(meet)
  })

  test('of hours and halves depends on where the morning ends', () => {
    expect(overlap(day(hours(12, 13)), day('am'), () => 720)).toBe(false)
    expect(overlap(day(hours(12, 13)), day('am'), () => 780)).toBe(true)
  })

  test('counts slots that are not worked: a weekend named twice clashes', () =>
    expect(overlap(range('2026-06-05', '2026-06-08'), range('2026-06-06', '2026-06-07'))).toBe(true))

  test('leaves the gap that half days at the ends make', () => {
    const twoMornings = range('2026-06-04', '2026-06-05', 'am', 'am')
    expect(overlap(twoMornings, range('2026-06-04', '2026-06-04', 'pm'))).toBe(false)
    expect(overlap(twoMornings, range('2026-06-05', '2026-06-05', 'pm'))).toBe(false)
    expect(overlap(twoMornings, range('2026-06-04', '2026-06-04', 'am'))).toBe(true)
  })

  test('is the same in both directions', () =>
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a))
      }),
      { numRuns: RUNS },
    ))
})

describe('a wish beside several leaves', () => {
  test('clashes as a third half on a day, whether or not any two of them do', () => {
    expect(clashOf([day('half'), day('half')], day('half'))).toEqual(['2026-06-05'])
    expect(clashOf([day('half'), day('half')], day('am'))).toEqual(['2026-06-05'])
    expect(clashOf([day('half'), day('am')], day('pm'))).toEqual(['2026-06-05'])
    expect(clashOf([day('half')], day('half'))).toEqual([])
    expect(clashOf([day('am')], day('half'))).toEqual([])
    expect(clashOf([], day('whole'))).toEqual([])
  })

  test('clashes on the days that it shares with them', () => {
    const others = [range('2026-06-01', '2026-06-02', 'pm'), range('2026-06-04', '2026-06-06')]
    expect(clashOf(others, range('2026-06-01', '2026-06-05', 'am'))).toEqual(['2026-06-02', '2026-06-04', '2026-06-05'])
  })
})

describe('the kind of an overlap is measured on the slots of the wish', () => {
  const week = range('2026-06-01', '2026-06-05')
  const wednesday = range('2026-06-03')
  test.each([
    ['none', [range('2026-06-08')], week],
    ['none', [], week],
    ['none', [day('am')], day('pm')],
    ['partial', [wednesday], week],
    ['full', [week], wednesday],
    ['full', [week], week],
    ['full', [day('am'), day('pm')], day('whole')],
    ['full', [day(hours(9, 10)), day(hours(10, 12))], day(hours(9, 12))],
    ['partial', [day(hours(9, 10))], day(hours(9, 12))],
    ['partial', [day('am')], day('whole')],
    ['full', [day('whole')], day('am')],
    ['partial', [day('half')], day('whole')],
    ['full', [day('half'), day('half')], day('am')],
    ['full', [day('whole')], day('half')],
    ['partial', [day('half')], day('half', 'half')],
    ['full', [range('2026-06-01', '2026-06-03'), range('2026-06-04', '2026-06-05')], week],
  ] as const)('%s', (kind, others, wish) => expect(overlapKind(others, wish)).toBe(kind))

  test('none where nothing clashes, and full with itself', () =>
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 3 }), anyRange, (others, wish) => {
        expect(overlapKind(others, wish) === 'none').toBe(clashOf(others, wish).length === 0)
        const placed = { ...wish, firstPart: 'whole', lastPart: 'am' } as const
        expect(overlapKind([placed], placed)).toBe('full')
      }),
      { numRuns: RUNS },
    ))
})
