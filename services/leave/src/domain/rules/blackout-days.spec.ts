import { describe, expect, test } from 'vitest'
import { blackoutDaysOf } from './blackout-days.ts'
import { company, day, facts, rule, stay, stayWith } from './rules.given.ts'

const fair = rule(
  { kind: 'blackout', days: [{ kind: 'range', first: day('2026-03-05'), last: day('2026-03-06') }], counts: 'named' },
  {},
  { id: 'fair', name: 'Trade fair' },
)
const fridays = rule(
  { kind: 'blackout', days: [{ kind: 'weekdays', weekdays: [5] }], counts: 'named' },
  { locations: ['berlin'], leaveTypes: ['vacation'] },
  { id: 'fridays', name: 'Fridays' },
)
const days = (who = facts(), first = '2026-03-01', last = '2026-03-13') =>
  blackoutDaysOf(who, company().departments, [fair, fridays], day(first), day(last)).map((one) => [
    one.day,
    one.rule,
    one.leaveTypes,
  ])

describe('blackout days', () => {
  test('are those of the rules that hold for the person, both ends included', () => {
    expect(days()).toEqual([
      ['2026-03-05', 'fair', null],
      ['2026-03-06', 'fair', null],
    ])
    expect(days(facts(), '2026-03-06', '2026-03-06')).toEqual([['2026-03-06', 'fair', null]])
  })

  test('name every rule of a day, and follow who moves', () => {
    const moving = facts({ places: [stay, stayWith({ from: day('2026-03-06'), location: 'berlin' })] })
    expect(days(moving)).toEqual([
      ['2026-03-05', 'fair', null],
      ['2026-03-06', 'fair', null],
      ['2026-03-06', 'fridays', ['vacation']],
      ['2026-03-13', 'fridays', ['vacation']],
    ])
  })
})
