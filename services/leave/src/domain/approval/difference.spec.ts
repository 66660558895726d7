import { describe, expect, test } from 'vitest'
import type { AbsentDay, Dates, Part } from '../time/absence.ts'
import { dates, day } from './approval.given.ts'
import { differenceOf } from './difference.ts'

const days = (...named: readonly [string, Part][]): Dates => ({
  kind: 'days',
  days: named.map(([on, part]): AbsentDay => ({ day: day(on), part })),
})
const monday = '2026-07-06'
const morning = { from: 540, to: 720 }
const afternoon = { from: 780, to: 1020 }

describe('a change', () => {
  test('of nothing is none, however it is written', () =>
    expect(differenceOf(dates(monday, '2026-07-07'), days([monday, 'whole'], ['2026-07-07', 'whole']))).toEqual({
      added: [],
      removed: [],
    }))
  test('adds days and takes days back', () =>
    expect(differenceOf(dates(monday, '2026-07-07'), dates('2026-07-07', '2026-07-08'))).toEqual({
      added: [{ day: '2026-07-08', part: 'whole' }],
      removed: [{ day: monday, part: 'whole' }],
    }))

  test.each<[Part, Part, boolean, boolean]>([
    ['whole', 'am', false, true],
    ['am', 'whole', true, false],
    ['am', 'pm', true, true],
    ['whole', 'half', false, true],
    ['half', 'whole', true, false],
    ['half', 'half', false, false],
    ['half', 'am', true, true],
    ['am', morning, false, true],
    ['pm', morning, true, true],
    [morning, 'am', true, false],
    [morning, { from: 600, to: 660 }, false, true],
    [morning, { from: 600, to: 721 }, true, true],
    [morning, afternoon, true, true],
  ])('from %j to %j adds: %s, takes back: %s', (before, after, added, removed) =>
    expect(differenceOf(days([monday, before]), days([monday, after]))).toEqual({
      added: added ? [{ day: monday, part: after }] : [],
      removed: removed ? [{ day: monday, part: before }] : [],
    }),
  )

  test('of parts of a day, which together may be what was named before', () => {
    const parts = days([monday, 'am'], [monday, 'pm'])
    expect(differenceOf(dates(monday), parts)).toEqual({ added: [], removed: [] })
    expect(differenceOf(parts, dates(monday))).toEqual({ added: [], removed: [] })
    expect(differenceOf(days([monday, morning], [monday, afternoon]), dates(monday)).added).toHaveLength(1)
  })
  test('knows when mornings end', () =>
    expect(differenceOf(days([monday, { from: 0, to: 780 }]), days([monday, 'am']), () => 780).added).toEqual([]))
})
