import { describe, expect, test } from 'vitest'
import type { Entitlement } from '../policy/policy.ts'
import { byHand, credit, date, figures, leave, lots, person, yearly } from './ledger.given.ts'

const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const

describe('a leave day uses', () => {
  const given = (order: Entitlement['order'], taken: string) =>
    person({
      joined: '2025-01-01',
      policy: byHand({ order }),
      credits: [
        credit(5, '2025-01-01', { fact: 'long', until: date('2026-12-31') }),
        credit(5, '2025-02-01', { fact: 'short', until: date('2025-06-30') }),
        credit(5, '2025-03-01', { fact: 'ever', until: date('2199-12-31'), source: 'toil' }),
      ],
      leaves: [leave('a', '2025-04-01', taken)],
    })

  test('the lot first whose last usable day comes first', () =>
    expect(lots(given('lastUsableFirst', '2025-04-10'), '2025-05-01')).toEqual([
      'manual until 2025-06-30: 0',
      'manual until 2026-12-31: 2',
      'toil until 2199-12-31: 5',
    ]))

  test('or the lot that started earliest', () =>
    expect(lots(given('earliestStartFirst', '2025-04-10'), '2025-05-01')).toEqual([
      'manual until 2026-12-31: 0',
      'manual until 2025-06-30: 2',
      'toil until 2199-12-31: 5',
    ]))

  test('or carried lots before new ones, the part that never expires included', () => {
    const rule = { most: null, keeps: 3 * 10_000, usable: march31 }
    const toil = credit(2, '2026-01-01', { source: 'toil', until: date('2026-02-15') })
    const of = (order: Entitlement['order']) =>
      person({
        joined: '2025-01-01',
        policy: yearly(rule, 5, { entitlement: { order } }),
        credits: [toil],
        leaves: [leave('a', '2026-01-12', '2026-01-14')],
      })
    expect(lots(of('carriedFirst'), '2026-01-31')).toEqual([
      'carried until 2026-03-31: 0',
      'carried until 2026-12-31: 2',
      'toil until 2026-02-15: 2',
      'plan until 2026-12-31: 5',
    ])
    expect(lots(of('lastUsableFirst'), '2026-01-31')).toEqual([
      'toil until 2026-02-15: 0',
      'carried until 2026-03-31: 1',
      'carried until 2026-12-31: 3',
      'plan until 2026-12-31: 5',
    ])
  })

  test('of lots that end on the same day the one that started earlier, then the one granted first', () => {
    const until = date('2025-12-31')
    const ana = person({
      joined: '2025-01-01',
      policy: byHand(),
      credits: [
        credit(2, '2025-03-01', { until, fact: 'c', source: 'bought' }),
        credit(2, '2025-03-01', { until, fact: 'b', source: 'toil' }),
        credit(2, '2025-02-01', { until, fact: 'a' }),
      ],
      leaves: [leave('a', '2025-04-01', '2025-04-03')],
    })
    expect(lots(ana, '2025-05-01')).toEqual([
      'manual until 2025-12-31: 0',
      'toil until 2025-12-31: 1',
      'bought until 2025-12-31: 2',
    ])
  })

  test('lots by the policy in force on it: another order holds from its first day', () => {
    const ana = person({
      joined: '2025-01-01',
      policies: [
        ['2025-01-01', byHand({ order: 'earliestStartFirst' })],
        ['2025-05-01', byHand()],
      ],
      credits: [
        credit(5, '2025-01-01', { until: date('2026-12-31') }),
        credit(5, '2025-02-01', { until: date('2025-06-30') }),
      ],
      leaves: [leave('a', '2025-04-30', '2025-05-01')],
    })
    expect(lots(ana, '2025-05-01')).toEqual(['manual until 2025-06-30: 4', 'manual until 2026-12-31: 4'])
  })

  test('no lot that has not begun or is over: leave across the last usable day is split', () => {
    const ana = person({
      joined: '2025-01-01',
      policy: byHand(),
      credits: [
        credit(5, '2025-01-01', { until: date('2025-03-31') }),
        credit(5, '2025-04-02', { until: date('2025-12-31') }),
      ],
      leaves: [leave('a', '2025-03-31', '2025-04-02')],
    })
    // 31 March from the first lot, 1 April uncovered until the second lot pays it
    expect(figures(ana, '2025-04-01')).toEqual({
      granted: 5,
      taken: 2,
      expired: 4,
      balance: -1,
      available: -1,
    })
    expect(lots(ana, '2025-04-02')).toEqual(['manual until 2025-03-31: 0', 'manual until 2025-12-31: 3'])
  })
})

test('days of one day go by the id of the leave, whatever was accepted first', () => {
  const given = (ids: readonly string[]) =>
    person({
      joined: '2025-01-01',
      policy: byHand(),
      credits: [
        credit(1, '2025-01-01', { until: date('2025-06-30') }),
        credit(1, '2025-01-01', { until: date('2025-12-31') }),
      ],
      leaves: ids.map((id) => leave(id, '2025-04-01')),
    })
  expect(figures(given(['a', 'b']), '2025-12-31')).toEqual(figures(given(['b', 'a']), '2025-12-31'))
})
