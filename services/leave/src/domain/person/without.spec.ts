import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { AbsentDay, Dates, Part } from '../time/absence.ts'
import { overlap } from '../time/overlap.ts'
import { partsOf } from '../time/parts-of.ts'
import { datesOf, day, range } from './person.given.ts'
import { without } from './without.ts'

const monday = day('2026-06-01')
const one = (...parts: readonly Part[]): Dates => ({ kind: 'days', days: parts.map((part) => ({ day: monday, part })) })
const less = (part: Part, gone: Part): readonly Part[] => {
  const left = without(one(part), [{ day: monday, part: gone }])
  return left.kind === 'days' ? left.days.map((it) => it.part) : []
}

describe('a day without a part of it', () => {
  test.each<[Part, Part, readonly Part[]]>([
    ['whole', 'whole', []],
    ['whole', 'am', ['pm']],
    ['whole', 'pm', ['am']],
    ['whole', 'half', ['half']],
    ['am', 'pm', ['am']],
    ['am', 'half', []],
    ['half', 'half', []],
    ['half', 'am', ['half']],
    [
      'whole',
      { from: 600, to: 660 },
      [
        { from: 0, to: 600 },
        { from: 660, to: 1440 },
      ],
    ],
    ['am', { from: 0, to: 660 }, [{ from: 660, to: 720 }]],
    [{ from: 600, to: 660 }, 'am', []],
    [{ from: 600, to: 660 }, { from: 700, to: 800 }, [{ from: 600, to: 660 }]],
    [{ from: 600, to: 660 }, { from: 300, to: 400 }, [{ from: 600, to: 660 }]],
  ])('%j less %j is %j', (part, gone, left) => expect(less(part, gone)).toEqual(left))

  test('parts at noon, wherever that is', () =>
    expect(without(one('whole'), [{ day: monday, part: { from: 0, to: 780 } }], () => 780)).toEqual(one('pm')))
})

test('a range keeps its shape where nothing of it goes', () => {
  const week = datesOf(range('2026-06-01', '2026-06-05'))
  expect(without(week, [{ day: day('2026-06-08'), part: 'whole' }])).toBe(week)
})

const part = fc.constantFrom<Part>('whole', 'am', 'pm', { from: 540, to: 600 }, { from: 600, to: 900 })
const absent = fc.record({ day: fc.constantFrom(monday, day('2026-06-02')), part })

test('what is left and what went never meet, and twice is once', () =>
  fc.assert(
    fc.property(part, fc.array(absent, { minLength: 1, maxLength: 3 }), (last, gone: readonly AbsentDay[]) => {
      const dates: Dates = {
        kind: 'range',
        first: monday,
        firstPart: 'whole',
        last: day('2026-06-02'),
        lastPart: last,
      }
      const left = without(dates, gone)
      expect(without(left, gone)).toEqual(left)
      if (partsOf(left).length > 0)
        for (const it of gone) expect(overlap(left, { kind: 'days', days: [it] })).toBe(false)
    }),
    { numRuns: RUNS },
  ))
