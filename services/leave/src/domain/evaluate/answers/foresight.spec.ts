import { describe, expect, test } from 'vitest'
import { DAY, date, type Given, vacation } from '../../entitlement/earning.given.ts'
import { yearly } from '../../ledger/ledger.given.ts'
import type { Asked } from '../case.ts'
import { answerTo, asked, ofVacation, range, someone, span } from './asked.given.ts'

const usable = (given: Given, first: string, last: string, leaves: readonly Asked[] = []) =>
  answerTo({ ask: 'usable', ...ofVacation, ...span(first, last) }, someone(given, { leaves }))

describe('what can be used in a span', () => {
  test('is what is worked in it while employed', () => {
    expect(usable({ left: '2025-06-13' }, '2025-06-09', '2025-07-04')).toMatchObject({ total: '5' })
  })
  test('is what is worked in it once the policy holds', () => {
    expect(usable({ since: '2025-06-01' }, '2025-05-26', '2025-06-06')).toMatchObject({ total: '5' })
  })
  test('follows a change of the policy within it', () => {
    const calendar = { ...vacation(), counting: { ...vacation().counting, days: 'calendar' as const } }
    const policies = [['2020-01-01', vacation()] as const, ['2025-06-07', calendar] as const]
    expect(usable({ policies }, '2025-06-06', '2025-06-08')).toMatchObject({ total: '3' })
  })
  test('ends, lot by lot, on its last usable day, and is less what is booked', () => {
    const given = {
      joined: '2024-01-01',
      policy: yearly({ most: 5 * DAY, usable: { kind: 'date', date: { month: 3, day: 31 } } }, 25),
    }
    const leaves = [asked('a', '2025-03-31')]
    expect(usable(given, '2025-03-28', '2025-04-04', leaves)).toMatchObject({
      total: '5',
      lots: [
        { usable: '1', lot: { source: 'carried' } },
        { usable: '4', lot: { source: 'plan' } },
      ],
    })
  })
})

test('what is lost by when, and what leave would change', () => {
  const ana = someone({ joined: '2025-01-01', policy: yearly({ most: 5 * DAY }, 20) })
  const [on, until] = [date('2025-06-01'), date('2025-12-31')]
  expect(answerTo({ ask: 'losses', ...ofVacation, on, until }, ana)).toMatchObject({
    total: '15',
    byDate: [{ lastUsable: '2025-12-31', amount: '15' }],
  })
  const dates = range('2025-12-22', '2025-12-24')
  const days = [until, date('2026-01-01')]
  expect(answerTo({ ask: 'whatIf', ...ofVacation, dates, leave: null, on: days }, ana)).toMatchObject({
    total: '3',
    balances: [
      { on: until, without: { balance: '20' }, with: { balance: '17' } },
      { on: '2026-01-01', without: { balance: '25' }, with: { balance: '25' } },
    ],
  })
})

test('leave of the document is not there without its days', () => {
  const ana = someone(
    { joined: '2025-01-01', policy: yearly({}, 20) },
    { leaves: [asked('l', '2025-06-02', '2025-06-04'), asked('m', '2025-06-05')] },
  )
  const ask = { ask: 'whatIf', ...ofVacation, dates: null, leave: 'l', on: [date('2025-12-31')] } as const
  expect(answerTo(ask, ana)).toMatchObject({
    total: '3',
    balances: [{ without: { balance: '19' }, with: { balance: '16' } }],
  })
})
