import type { PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { date, type Given, vacation } from '../entitlement/earning.given.ts'
import type { Counting } from '../policy/counting.ts'
import { answerTo, asked, ofVacation, post, range, someone } from './answers/asked.given.ts'
import type { Asked, Decision } from './case.ts'

const given = (also: Partial<Counting> = {}, days = 24): Given => {
  const policy = vacation({ stage: { amount: days * 10_000 } })
  return { policy: { ...policy, counting: { ...policy.counting, ...also } } }
}
const approvedOn = (on: string): readonly Decision[] => [{ says: 'approve', on: date(on), by: 'ben' as PersonId }]

/** What each leave costs, in days. */
const costs = (leaves: readonly Asked[], facts: Given) => {
  const people = [someone(facts, { leaves, posts: [post('2020-01-01', 'ben')] }), someone({}, { id: 'ben' })]
  const cost = ({ id, leaveType, dates }: Asked) =>
    answerTo({ ask: 'charge', ...ofVacation, leaveType, dates, leave: id }, people)['total']
  return leaves.map(cost)
}

describe('free days between two leaves are charged once', () => {
  const adjoining = given({ sandwich: 'adjoining' })
  const friday = (also: Partial<Asked>) => asked('x', '2025-06-06', '2025-06-06', also)
  const monday = (also: Partial<Asked>) => asked('y', '2025-06-09', '2025-06-09', also)

  test('to the one that was asked for later, where nobody had to approve them', () => {
    const [first, second] = [{ askedOn: date('2025-01-10') }, { askedOn: date('2025-02-10') }]
    expect(costs([friday(first), monday(second)], adjoining)).toEqual(['1', '3'])
    expect(costs([friday(second), monday(first)], adjoining)).toEqual(['3', '1'])
  })

  test('to the one that was approved later, and to what waits', () => {
    const first = { askedOn: date('2025-01-10'), decisions: approvedOn('2025-03-10') }
    const second = { askedOn: date('2025-02-10'), decisions: approvedOn('2025-02-11') }
    expect(costs([friday(first), monday(second)], adjoining)).toEqual(['3', '1'])
    expect(costs([friday({ ...first, decisions: [], status: 'pending' }), monday(second)], adjoining)).toEqual([
      '3',
      '1',
    ])
  })

  test('and a leave that is held against the balance again costs what it did', () => {
    const leaves = [friday({ askedOn: date('2025-01-10') }), monday({ askedOn: date('2025-02-10') })]
    const wish = { askedOn: null, by: null, override: false, reason: false, certificate: false, cover: null }
    const again = (day: string) =>
      answerTo(
        { ask: 'allowed', ...ofVacation, ...wish, leave: 'x', dates: range(day) },
        someone(given({ sandwich: 'adjoining' }, 4), { leaves }),
      )
    expect(again('2025-06-06')).toMatchObject({ allowed: true, total: '1' })
    // without the weekend after it, or before
    expect(again('2025-06-05')).toMatchObject({ allowed: true, total: '1' })
    expect(again('2025-06-11')).toMatchObject({ allowed: true, total: '1' })
  })

  test('a change that makes other leave cost more needs days for that', () => {
    const leaves = [
      asked('x', '2025-06-05', '2025-06-05', { askedOn: date('2025-01-10') }),
      monday({ askedOn: date('2025-02-10') }),
    ]
    const wish = { askedOn: null, by: null, override: false, reason: false, certificate: false, cover: null }
    const to = (day: string, days: number) =>
      answerTo(
        { ask: 'allowed', ...ofVacation, ...wish, leave: 'x', dates: range(day) },
        someone(given({ sandwich: 'adjoining' }, days), { leaves }),
      )['allowed']
    expect([to('2025-06-06', 4), to('2025-06-06', 3), to('2025-06-04', 3)]).toEqual([true, false, true])
  })
})

test('two halves of a half holiday cost a half together, whatever their types', () => {
  const calendars = {
    Berlin: { holidays: [{ day: date('2025-12-24'), part: 'half', name: 'Eve' } as const], closings: [] },
  }
  const half = (id: string, part: 'am' | 'pm', leaveType: string) =>
    asked(id, '2025-12-24', '2025-12-24', { dates: range('2025-12-24', '2025-12-24', part), leaveType })
  const facts = { ...given(), calendars }
  expect(costs([half('a', 'am', 'vacation'), half('b', 'pm', 'vacation')], facts)).toEqual(['0.5', '0'])
  expect(costs([half('a', 'am', 'unpaid'), half('b', 'pm', 'vacation')], facts)).toEqual(['0.5', '0'])
})
