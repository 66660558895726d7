import type { PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { DAY, date, vacation } from '../../entitlement/earning.given.ts'
import { credit as given } from '../../ledger/ledger.given.ts'
import { answerTo, asked, ofVacation, someone } from './asked.given.ts'

const on = date('2025-06-30')

describe('a pay-out', () => {
  const payOut = { mustStay: 10 * DAY, most: 8 * DAY, rate: { currency: 'EUR', money: 1_005_000, per: DAY } }
  const ana = someone(
    { joined: '2025-01-01', policy: vacation({ entitlement: { payOut } }) },
    { leaves: [asked('a', '2025-03-03')] },
  )
  const paid = (amount: number | 'all') => answerTo({ ask: 'payOut', ...ofVacation, on, amount }, ana)

  test('of all that may be is worth so much', () => {
    expect(paid('all')).toEqual({
      ...{ ask: 'payOut', unit: 'day', allowed: true, amount: '8' },
      money: { currency: 'EUR', amount: '804' },
    })
  })
  test('of more is refused, with the figures', () => {
    expect(paid(9 * DAY)).toMatchObject({ allowed: false, why: { type: expect.any(String) } })
  })
})

describe('a grant by hand or a correction', () => {
  const manual = { mostPerLeaveYear: 3 * DAY, longestValidity: null }
  const policy = vacation({ stage: { amount: 20 * DAY }, entitlement: { manual } })
  const ana = someone({ joined: '2025-01-01', policy, credits: [given(2, '2025-02-01')] })
  const wish = (amount: number, overriddenBy: string | null = null) =>
    answerTo(
      {
        ask: 'credit',
        ...ofVacation,
        source: 'manual',
        amount: amount * DAY,
        from: on,
        until: null,
        overriddenBy: overriddenBy as PersonId | null,
      },
      ana,
    )

  test('is held against the limit and the floor, unless somebody overrides them by name', () => {
    expect([wish(1), wish(2), wish(-22), wish(-23), wish(-23, 'ana')].map(({ allowed }) => allowed)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
  })
})
