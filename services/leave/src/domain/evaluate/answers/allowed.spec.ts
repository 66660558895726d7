import type { PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { STANDARD_APPROVAL } from '../../approval/approval-rules.ts'
import { DAY, date, vacation } from '../../entitlement/earning.given.ts'
import type { Case } from '../case.ts'
import { answerTo, asked, ofVacation, post, range, someone } from './asked.given.ts'

/** Ana has no days, and was Ben's to approve until the end of 2024; from 2025 on she is Cem's. */
const people = [
  someone(
    { policy: vacation({ stage: { amount: 0 } }) },
    { posts: [post('2020-01-01', 'ben'), post('2025-01-01', 'cem')] },
  ),
  someone({}, { id: 'ben' }),
  someone({}, { id: 'cem' }),
  someone({}, { id: 'dora', roles: ['hr'] }),
  someone({}, { id: 'emil', roles: ['payroll'] }),
]
const enters = (by: string, also: Partial<Case> = {}, override = true) =>
  answerTo(
    {
      ask: 'allowed',
      ...ofVacation,
      by: by as PersonId,
      override,
      dates: range('2025-06-16', '2025-06-17'),
      leave: null,
      askedOn: date('2025-06-02'),
      reason: false,
      certificate: false,
      cover: null,
    },
    people,
    also,
  )

describe('leave that the balance does not cover', () => {
  const uncovered = ['2025-06-16', '2025-06-17'].map((day) => ({ date: day, amount: '1' }))

  test.each(['dora', 'cem'])('may be entered by HR, and by who approves for the person then: %s', (by) => {
    expect(enters(by)).toMatchObject({ allowed: true, why: [], uncovered })
  })
  test.each(['ana', 'ben', 'emil'])('but not by the person, by who approved before, by any other role: %s', (by) => {
    expect(enters(by)).toMatchObject({ allowed: false, why: [{ type: 'NotEnoughLeft', asked: '2', available: '0' }] })
  })
  test('nor without a word that the balance is passed over', () => {
    expect(enters('dora', {}, false)).toMatchObject({ allowed: false, uncovered })
  })
})

describe('their own leave beyond the balance', () => {
  const boss = [someone({ policy: vacation({ stage: { amount: 0 } }) }, { roles: ['admin'] })]
  const own = (selfApproval: boolean) =>
    answerTo(
      {
        ...{ ask: 'allowed', ...ofVacation, by: null, override: true, leave: null, askedOn: null },
        ...{ dates: range('2025-06-16'), reason: false, certificate: false, cover: null },
      },
      boss,
      { approval: { ...STANDARD_APPROVAL, selfApproval } },
    )
  test('nobody enters, unless people may approve their own leave', () => {
    expect([own(false), own(true)]).toMatchObject([{ allowed: false }, { allowed: true }])
  })
})

test('the earlier of two adjoining leaves may stay as it is: days between them are charged once', () => {
  const four = vacation({ stage: { amount: 4 * DAY } })
  const policy = { ...four, counting: { ...four.counting, sandwich: 'adjoining' as const } }
  const leaves = [
    asked('x', '2025-06-06', '2025-06-06', { askedOn: date('2025-01-02') }),
    asked('y', '2025-06-09', '2025-06-09', { askedOn: date('2025-02-03') }),
  ]
  const ana = someone({ joined: '2025-01-01', policy }, { leaves })
  const change = { by: null, override: false, askedOn: null, reason: false, certificate: false, cover: null }
  expect(answerTo({ ask: 'allowed', ...ofVacation, leave: 'x', dates: null, ...change }, ana)).toMatchObject({
    allowed: true,
    total: '1',
  })
})

describe('leave that nobody can be away for', () => {
  const wish = (first: string, last: string) =>
    answerTo(
      {
        ...{ ask: 'allowed', ...ofVacation, by: null, override: false, leave: null, askedOn: null },
        ...{ dates: range(first, last), reason: false, certificate: false, cover: null },
      },
      someone({ joined: '2025-06-10' }),
    )
  test.each([
    ['2025-06-11', '2025-06-10', 'EndBeforeStart'],
    ['2025-06-14', '2025-06-15', 'NoWorkingDay'],
    ['2025-06-09', '2025-06-11', 'NotEmployed'],
  ])('from %s to %s is refused: %s', (first, last, type) =>
    expect(wish(first, last)).toMatchObject({ allowed: false, why: [{ type }] }),
  )
})
