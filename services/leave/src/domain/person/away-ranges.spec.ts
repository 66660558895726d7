import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { AbsentDay, Part } from '../time/absence.ts'
import { anyDay, anyPart, anyRange } from '../time/any-time.given.ts'
import { partsOf } from '../time/parts-of.ts'
import { awayRanges } from './away-ranges.ts'
import type { Employment } from './employment.ts'
import { datesOf, day, lisbon, range } from './person.given.ts'

const employed = (from: string, until?: string): Employment => ({
  turns: [
    { kind: 'started', on: day(from), seq: 1, fact: 0 },
    ...(until ? [{ kind: 'ended' as const, on: day(until), seq: 2, fact: 1 }] : []),
  ],
  places: [{ from: day(from), ...lisbon, seq: 1 }],
})
const always = employed('1990-01-01')
const days = (...all: readonly (readonly [string, Part?])[]) => ({
  kind: 'days' as const,
  days: all.map(([on, part = 'whole']): AbsentDay => ({ day: day(on), part })),
})

describe('whoever takes leave is away', () => {
  test('for the range that was asked for, with the parts of its ends', () =>
    expect(awayRanges(datesOf(range('2026-06-05 pm', '2026-06-08 am')), always)).toEqual([
      range('2026-06-05 pm', '2026-06-08 am'),
    ]))

  test('on single days and not between them', () =>
    expect(awayRanges(days(['2026-06-12'], ['2026-06-05'], ['2026-06-19', 'pm']), always)).toEqual([
      range('2026-06-05'),
      range('2026-06-12'),
      range('2026-06-19 pm'),
    ]))

  test('in one go where single days follow each other', () =>
    expect(
      awayRanges(days(['2026-06-01', 'pm'], ['2026-06-02'], ['2026-06-03', 'am'], ['2026-06-04']), always),
    ).toEqual([range('2026-06-01 pm', '2026-06-03 am'), range('2026-06-04')]))

  test('once for each part of a day that is named in several', () => {
    const hours = { from: 540, to: 600 }
    const later = { from: 900, to: 960 }
    expect(awayRanges(days(['2026-06-01', hours], ['2026-06-01', later]), always)).toEqual([
      { ...range('2026-06-01'), firstPart: hours, lastPart: hours },
      { ...range('2026-06-01'), firstPart: later, lastPart: later },
    ])
    expect(awayRanges(days(['2026-06-01', 'pm'], ['2026-06-01', 'am']), always)).toEqual([range('2026-06-01')])
    expect(awayRanges(days(['2026-06-01', 'half'], ['2026-06-01', 'half']), always)).toEqual([range('2026-06-01')])
  })

  test('from work only: before they joined and after they have left they are not', () => {
    const wish = datesOf(range('2026-06-01', '2026-06-12'))
    expect(awayRanges(wish, employed('2026-06-03', '2026-06-08'))).toEqual([range('2026-06-03', '2026-06-08')])
    expect(awayRanges(wish, employed('2024-01-01', '2026-05-31'))).toEqual([])
  })

  const anyDays = fc
    .uniqueArray(fc.tuple(anyDay, anyPart), { minLength: 1, maxLength: 12, selector: ([on]) => on })
    .map((all) => days(...all))

  test('on the very days and parts of days that are named', () =>
    fc.assert(
      fc.property(fc.oneof(anyRange, anyDays), (dates) => {
        const ranges = awayRanges(dates, always)
        expect(ranges.flatMap((one) => partsOf({ kind: 'range', ...one }))).toEqual(partsOf(dates))
      }),
      { numRuns: RUNS },
    ))
})
