import { expect, test } from 'vitest'
import { date } from '../../entitlement/earning.given.ts'
import { credit, yearly } from '../../ledger/ledger.given.ts'
import { answerTo, ofVacation, someone } from './asked.given.ts'

const on = date('2025-02-01')

test('what ends on the day by itself is not forfeited by the carry-over: carryOver and closeYear agree', () => {
  const credits = [credit(2, '2024-03-01', { source: 'toil', until: date('2024-12-31') })]
  const ana = someone({ joined: '2024-01-01', policy: yearly({ most: 40_000 }, 10), credits })
  expect(answerTo({ ask: 'carryOver', ...ofVacation, on }, ana)).toMatchObject({
    on: '2025-01-01',
    carried: '4',
    forfeited: '6',
    debtDropped: '0',
    entries: [
      { kind: 'expiry', amount: '-6' },
      { kind: 'carriedOut', amount: '-4' },
      { kind: 'carriedIn', amount: '4' },
    ],
  })
  expect(answerTo({ ask: 'closeYear', ...ofVacation, last: date('2024-12-31') }, ana)).toMatchObject({
    carry: '4',
    forfeited: '6',
  })
})

test('a closed year says what is carried', () => {
  const closedYears = [
    {
      leaveType: 'vacation',
      last: date('2024-12-31'),
      carry: [
        { n: 70_000, fact: 'pin' },
        { n: -10_000, fact: 'later' },
      ],
    },
  ]
  const ana = someone({ joined: '2024-01-01', policy: yearly({ most: 40_000 }, 10), closedYears })
  expect(answerTo({ ask: 'carryOver', ...ofVacation, on }, ana)).toMatchObject({ carried: '6', forfeited: '4' })
})
