import { describe, expect, test } from 'vitest'
import { day, facts, leave, range } from '../rules/rules.given.ts'
import { bradfordOf } from './bradford.ts'

const ill = (id: string, first: string, last = first, part: 'whole' | 'am' = 'whole') =>
  leave(id, range(first, last, part), { leaveType: 'sick' })
const of = (...leaves: readonly ReturnType<typeof ill>[]) => bradfordOf(facts({ leaves }), ['sick'], day('2026-12-31'))

describe('the Bradford factor', () => {
  test('of one absence of ten days is 10', () =>
    expect(of(ill('a', '2026-03-02', '2026-03-13'))).toEqual({ spells: 1, days: 100_000, score: 100_000 }))

  test('of ten absences of a day is 1,000', () => {
    const mondays = ['03-02', '03-09', '03-16', '03-23', '03-30', '04-06', '04-13', '04-20', '04-27', '05-04']
    expect(of(...mondays.map((date) => ill(date, `2026-${date}`)))).toEqual({
      spells: 10,
      days: 100_000,
      score: 10_000_000,
    })
  })

  test('counts as one what a weekend or a holiday alone divides', () => {
    expect(of(ill('a', '2026-03-05', '2026-03-06'), ill('b', '2026-03-09')).spells).toBe(1)
    expect(of(ill('a', '2026-04-02'), ill('b', '2026-04-06')).spells).toBe(1)
    expect(of(ill('a', '2026-03-05'), ill('b', '2026-03-09')).spells).toBe(2)
  })

  test('counts half days, and only the 52 weeks up to the day', () => {
    expect(of(ill('a', '2026-03-02', '2026-03-02', 'am'))).toEqual({ spells: 1, days: 5_000, score: 5_000 })
    const ends = [ill('a', '2026-01-01'), ill('b', '2026-01-02', '2026-01-02'), ill('c', '2025-12-31')]
    expect(of(...ends)).toEqual({ spells: 1, days: 10_000, score: 10_000 })
  })

  test('leaves out what was not accepted, and what is no sickness', () =>
    expect(of({ ...ill('a', '2026-03-02'), status: 'pending' }, leave('b', range('2026-03-03')))).toEqual({
      spells: 0,
      days: 0,
      score: 0,
    }))
})
