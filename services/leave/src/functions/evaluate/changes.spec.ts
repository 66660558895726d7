import { describe, expect, test } from 'vitest'
import { run } from './run.ts'

/** Ana has 20 days a year; Ben approves her leave. */
const asked = (leaves: readonly object[], questions: readonly object[]) => {
  const document = {
    policies: { vacation: { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 20 }] } } } },
    leaveTypes: [
      { id: 'vacation', name: 'Vacation' },
      { id: 'sick', name: 'Sick', sickness: { overLeave: 'givesBack' } },
    ],
    people: [
      { id: 'ben', employment: '2019-01-01' },
      {
        id: 'ana',
        employment: '2025-01-01',
        places: { approver: 'ben' },
        policies: ['vacation'],
        leaves: leaves.map((leave) => ({ leaveType: 'vacation', ...leave })),
      },
    ],
    questions: questions.map((question) => ({ person: 'ana', ...question })),
  }
  const { out } = run(['evaluate', 'file'], () => new TextEncoder().encode(JSON.stringify(document)))
  const { answers, errors } = JSON.parse(out ?? '')
  expect(errors).toBeUndefined()
  return answers
}
const figures = { ask: 'balance', leaveType: 'vacation', on: '2025-06-30' }
const history = { ask: 'history', leave: 'july' }
const says = (verdict: string, on: string, by = 'ben') => ({ verdict, on, by })

/** Three days in July, approved on 3 June; five are asked for on the 4th. */
const july = {
  id: 'july',
  first: '2025-07-07',
  last: '2025-07-09',
  askedOn: '2025-06-02',
  decisions: [says('approve', '2025-06-03')],
  edits: [{ on: '2025-06-04', first: '2025-07-08', last: '2025-07-11' }],
}
const decided = (...more: readonly object[]) => ({ ...july, decisions: [...july.decisions, ...more] })
const dates = (first: string, last: string) => ({ first, firstPart: 'whole', last, lastPart: 'whole' })

describe('a change of approved leave', () => {
  test('counts beyond the leave while it waits', () => {
    const [leave, balance] = asked([july], [history, figures])
    expect(leave).toMatchObject({
      status: 'changeRequested',
      counts: 'accepted',
      now: dates('2025-07-07', '2025-07-09'),
      proposed: dates('2025-07-08', '2025-07-11'),
      total: '3',
    })
    expect(balance).toMatchObject({ booked: '3', pending: '2', available: '15' })
  })

  test('is the leave once it is approved', () => {
    const [leave, balance] = asked([decided(says('approve', '2025-06-05'))], [history, figures])
    expect(leave).toMatchObject({ status: 'approved', now: dates('2025-07-08', '2025-07-11'), total: '4' })
    expect(balance).toMatchObject({ booked: '4', pending: '0', available: '16' })
  })

  test.each([
    ['declined', says('decline', '2025-06-05')],
    ['withdrawn', says('withdraw', '2025-06-05', 'ana')],
  ])('is nothing once it is %s', (_outcome, word) => {
    const { edits, ...unchanged } = july
    const [leave, balance] = asked([decided(word)], [history, figures])
    const [was, wasBalance] = asked([unchanged], [history, figures])
    expect({ ...leave, log: [] }).toEqual({ ...was, log: [] })
    expect(balance).toEqual(wasBalance)
  })

  test('is nothing for days that are given back later', () => {
    const gone = { cancelledDays: [{ on: '2025-06-06', date: '2025-07-07' }] }
    const [leave] = asked([{ ...decided(says('decline', '2025-06-05')), ...gone }], [history])
    expect(leave).toMatchObject({
      status: 'approved',
      total: '2',
      days: [{ date: '2025-07-08' }, { date: '2025-07-09' }],
    })
  })

  test('goes when the person falls ill on its days', () => {
    const ill = { id: 'ill', leaveType: 'sick', first: '2025-07-11', askedOn: '2025-06-05', certificate: true }
    const [leave, balance] = asked([july, ill], [history, figures])
    expect(leave).toMatchObject({ status: 'approved', now: dates('2025-07-07', '2025-07-09') })
    expect(balance).toMatchObject({ booked: '3', pending: '0' })
  })
})

test('leave that waits takes nothing for days of sickness, and nothing for them when it is approved', () => {
  const ill = { id: 'ill', leaveType: 'sick', first: '2025-07-09', askedOn: '2025-07-09', certificate: true }
  const { edits, decisions, ...july2 } = july
  const waits = { ...july2, status: 'pending' }
  expect(asked([waits, ill], [figures])[0]).toMatchObject({ booked: '0', pending: '2' })
  const late = { ...july2, decisions: [says('approve', '2025-06-10')] }
  expect(asked([late, ill], [figures])[0]).toMatchObject({ booked: '2', pending: '0' })
})
