import { describe, expect, test } from 'vitest'
import type { Days } from './days.ts'
import { isOneOf } from './days.ts'
import { company, day, facts, person, stay, stayWith } from './rules.given.ts'
import { ALWAYS, holdsOn, type When } from './when.ts'
import { EVERYBODY } from './who.ts'

const lead = facts({ places: [stayWith({ labels: ['lead', 'parent'] })] })
const holds = (when: Partial<When>, date = '2026-03-02', who = lead) =>
  holdsOn({ ...ALWAYS, ...when }, who, day(date), company().departments)

describe('a rule', () => {
  test.each<[Partial<When>, boolean]>([
    [{}, true],
    [{ locations: ['lisbon', 'berlin'] }, true],
    [{ locations: ['berlin'] }, false],
    [{ locations: [] }, false],
    [{ teams: ['product'] }, true],
    [{ teams: ['sales'] }, false],
    [{ labels: ['parent', 'student'] }, true],
    [{ labels: ['student'] }, false],
    [{ persons: [person('ana')] }, true],
    [{ persons: [person('ben')] }, false],
    [{ departments: ['web'] }, true],
    [{ departments: ['company'] }, true],
    [{ departments: ['sales'] }, false],
    [{ locations: ['lisbon'], teams: ['sales'] }, false],
    [{ except: { ...EVERYBODY, labels: ['lead'] } }, false],
    [{ except: { ...EVERYBODY, labels: ['student'] } }, true],
    [{ from: day('2026-03-02'), until: day('2026-03-02') }, true],
    [{ from: day('2026-03-03') }, false],
    [{ until: day('2026-03-01') }, false],
    [{ days: [{ kind: 'weekdays', weekdays: [1] }] }, true],
    [{ days: [{ kind: 'weekdays', weekdays: [6, 7] }] }, false],
    [{ days: [] }, false],
  ])('for %j holds for Ana on Monday 2 March 2026: %s', (when, expected) => expect(holds(when)).toBe(expected))

  test('for a department never holds beside or above it', () => {
    const ofCompany = facts({ places: [stayWith({ department: 'company' })] })
    expect(holds({ departments: ['web'] }, '2026-03-02', ofCompany)).toBe(false)
    expect(holds({ departments: ['tech'] }, '2026-03-02', ofCompany)).toBe(false)
  })

  test('follows somebody who moves, day by day', () => {
    const moving = facts({ places: [stay, stayWith({ from: day('2026-07-01'), location: 'berlin' })] })
    expect(holds({ locations: ['berlin'] }, '2026-06-30', moving)).toBe(false)
    expect(holds({ locations: ['berlin'] }, '2026-07-01', moving)).toBe(true)
  })

  test('about a place says nothing of somebody who has none', () => {
    const nowhere = facts({ places: [] })
    expect(holds({ locations: ['lisbon'] }, '2026-03-02', nowhere)).toBe(false)
    expect(holds({ persons: [person('ana')] }, '2026-03-02', nowhere)).toBe(true)
  })
})

describe('the days of a rule', () => {
  const christmas: Days = { kind: 'yearly', first: { month: 12, day: 20 }, last: { month: 1, day: 6 } }
  const summer: Days = { kind: 'yearly', first: { month: 7, day: 1 }, last: { month: 8, day: 31 } }
  const leap: Days = { kind: 'yearly', first: { month: 2, day: 29 }, last: { month: 2, day: 29 } }
  test.each<[Days, string, boolean]>([
    [christmas, '2026-12-19', false],
    [christmas, '2026-12-20', true],
    [christmas, '2027-01-06', true],
    [christmas, '2027-01-07', false],
    [summer, '2026-06-30', false],
    [summer, '2026-07-01', true],
    [summer, '2030-08-31', true],
    [summer, '2026-09-01', false],
    [leap, '2026-02-27', false],
    [leap, '2026-02-28', true],
    [leap, '2026-03-01', false],
    [leap, '2028-02-28', false],
    [leap, '2028-02-29', true],
    [{ kind: 'range', first: day('2026-05-01'), last: day('2026-05-02') }, '2026-05-02', true],
    [{ kind: 'range', first: day('2026-05-01'), last: day('2026-05-02') }, '2026-05-03', false],
    [{ kind: 'range', first: day('2026-05-01'), last: day('2026-05-02') }, '2027-05-01', false],
  ])('%j include %s: %s', (days, date, expected) => expect(isOneOf([days], day(date))).toBe(expected))
})
