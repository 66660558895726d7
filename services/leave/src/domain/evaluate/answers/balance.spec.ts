import { expect, test } from 'vitest'
import { DAY, date } from '../../entitlement/earning.given.ts'
import { yearly } from '../../ledger/ledger.given.ts'
import { answerTo, asked, ofVacation, someone } from './asked.given.ts'

const ana = someone(
  { joined: '2024-01-01', policy: yearly({ most: 5 * DAY }, 20) },
  { leaves: [asked('a', '2025-03-03', '2025-03-05')] },
)

test('a balance has its lots, its entries, and for each figure what it is the sum of', () => {
  expect(answerTo({ ask: 'balance', ...ofVacation, on: date('2025-06-30') }, ana)).toMatchObject({
    ...{ unit: 'day', year: { first: '2025-01-01', last: '2025-12-31' } },
    ...{ carried: '5', granted: '20', taken: '3', balance: '22', available: '22' },
    lots: [
      { source: 'carried', amount: '5', taken: '3', available: '2' },
      { source: 'plan', amount: '20', taken: '0', available: '20' },
    ],
    because: { taken: [expect.stringContaining('3 of leave "a" from 2025-03-03 to 2025-03-05')] },
  })
})

test('the balances of several days are those figures', () => {
  const on = [date('2024-12-31'), date('2025-03-04')]
  expect(answerTo({ ask: 'balances', ...ofVacation, on }, ana)).toMatchObject({
    balances: [
      { on: '2024-12-31', balance: '20' },
      { on: '2025-03-04', balance: '23', booked: '1', available: '22' },
    ],
  })
})
