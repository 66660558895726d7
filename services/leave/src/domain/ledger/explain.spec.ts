import { expect, test } from 'vitest'
import type { Facts } from '../facts/facts.ts'
import { entriesBehind } from './explain.ts'
import type { Figures } from './figures.ts'
import { credit, DAY, date, leave, person, yearly } from './ledger.given.ts'
import { ledgerOf } from './ledger-of.ts'

const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const
const ana = person({
  joined: '2025-01-01',
  policy: yearly({ most: 5 * DAY, usable: march31 }, 10),
  credits: [credit(2, '2026-02-01', { source: 'toil' })],
  leaves: [
    leave('spring', '2026-03-30', '2026-04-02'),
    leave('summer', '2026-07-06', '2026-07-07'),
    leave('autumn', '2026-10-05', '2026-10-05', 'pending'),
  ],
})

const behind = (facts: Facts, figure: keyof Figures) =>
  entriesBehind(ledgerOf(facts, 'vacation', date('2026-04-30')), figure).map(
    ({ on, kind, n, fact }) => `${on} ${kind} ${n / DAY} by ${fact}`,
  )

test('each figure unfolds into entries, and each entry names the fact behind it', () => {
  expect(behind(ana, 'carried')).toEqual(['2026-01-01 carriedIn 5 by policy of 2000-01-01'])
  expect(behind(ana, 'granted')).toEqual([
    '2026-01-01 grant 10 by policy of 2000-01-01',
    '2026-02-01 credit 2 by credit of 2026-02-01',
  ])
  expect(behind(ana, 'taken')).toEqual(['2026-03-30 charge -2 by asked spring', '2026-04-01 charge -2 by asked spring'])
  expect(behind(ana, 'expired')).toEqual(['2026-04-01 expiry -3 by policy of 2000-01-01'])
  expect(behind(ana, 'booked')).toEqual(['2026-07-06 booked -2 by asked summer'])
  expect(behind(ana, 'pending')).toEqual(['2026-10-05 pending -1 by asked autumn'])
  expect(behind(ana, 'paidOut')).toEqual([])
  expect(behind(ana, 'available')).toHaveLength(8)
})

test('what lots brought that simply went on is explained by all that came before', () => {
  const toil = credit(3, '2025-12-01', { source: 'toil', until: date('2026-08-31') })
  expect(behind({ ...ana, credits: [toil] }, 'carried')).toEqual([
    '2025-01-01 grant 10 by policy of 2000-01-01',
    '2025-12-01 credit 3 by credit of 2025-12-01',
    '2026-01-01 expiry -5 by policy of 2000-01-01',
    '2026-01-01 carriedOut -5 by policy of 2000-01-01',
    '2026-01-01 carriedIn 5 by policy of 2000-01-01',
  ])
})
