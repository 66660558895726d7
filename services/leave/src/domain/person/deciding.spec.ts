import { days } from '@awayday/kernel'
import { describe, test } from 'vitest'
import type { Deciding } from './commands.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  clara,
  day,
  declined,
  doing,
  dora,
  employed,
  given,
  lisbon,
  range,
  requested,
  started,
  terms,
  today,
  withdrawn,
} from './person.given.ts'

const week = range('2026-06-01', '2026-06-03')
const asked = [...employed, requested('r1', week)] as const
const accepted = [...asked, approved('r1')] as const

type Verb = 'Approve' | 'Decline' | 'Withdraw' | 'Cancel'
const ask = (type: Verb, by = ben, byAdmin = false, on = today) =>
  ({ type, ...doing('r1', by, on), as: byAdmin ? ['admin'] : ['employee'], note: null }) as unknown as Deciding

const unknown = { type: 'NotRequested', request: 'r1' } as const
const already = (outcome: 'approved' | 'declined' | 'withdrawn' | 'cancelled', by = ben) =>
  ({ type: 'AlreadyDecided', request: 'r1', outcome, by, on: today }) as const

describe('a pending request', () => {
  test('is approved by the approver', () =>
    given(...asked)
      .when({ type: 'Approve', ...doing('r1'), as: [], inSpiteOf: [], note: 'n2' })
      .yields({ type: 'LeaveApproved', request: 'r1', by: ben, on: today, note: 'n2' }))

  test('is declined by the approver', () =>
    given(...asked)
      .when({ type: 'Decline', ...doing('r1'), as: [], note: 'n2' })
      .yields({ type: 'LeaveDeclined', request: 'r1', by: ben, on: today, note: 'n2' }))

  test('is approved by an admin', () =>
    given(...asked)
      .when(ask('Approve', clara, true))
      .yields(approved('r1', clara)))

  test('is withdrawn by its owner', () =>
    given(...asked)
      .when(ask('Withdraw', ana))
      .yields(withdrawn('r1')))

  test('is withdrawn by nobody else', () =>
    given(...asked)
      .when(ask('Withdraw', ben))
      .refuses({ type: 'NotYourDecision', request: 'r1' }))

  test('cannot be cancelled', () =>
    given(...asked)
      .when(ask('Cancel', ana))
      .refuses({ type: 'StillPending', request: 'r1' }))

  test.each(['Approve', 'Decline'] as const)('is never decided by its owner: %s', (type) => {
    given(...asked)
      .when(ask(type, ana))
      .refuses({ type: 'OwnLeave' })
    given(...asked)
      .when(ask(type, ana, true))
      .refuses({ type: 'OwnLeave' })
  })

  test('is not approved when approved leave has taken what was left', () =>
    given(...accepted, requested('r2', range('2026-07-01', '2026-07-02')))
      .when({ ...ask('Approve'), request: 'r2' })
      .refuses({ type: 'NotEnoughLeft', asked: days(2), available: days(0), on: day('2026-07-01') }))

  test('can be declined then', () =>
    given(...accepted, requested('r2', range('2026-07-01', '2026-07-02')))
      .when({ ...ask('Decline'), request: 'r2' })
      .yields(declined('r2')))
})

describe('whoever may not see a request cannot tell it from an unknown one', () => {
  test.each(['Approve', 'Decline', 'Withdraw', 'Cancel'] as const)('%s by a colleague', (type) => {
    given(...asked)
      .when(ask(type, dora))
      .refuses(unknown)
    given(...accepted)
      .when(ask(type, dora))
      .refuses(unknown)
    given(...employed)
      .when(ask(type, dora))
      .refuses(unknown)
  })

  test.each(['Approve', 'Decline', 'Withdraw', 'Cancel'] as const)('%s of what was never requested', (type) =>
    given(...employed)
      .when(ask(type))
      .refuses(unknown),
  )

  test('an admin asks about somebody unknown', () =>
    given()
      .when(ask('Approve', clara, true))
      .refuses(unknown))

  test.each(['constructor', '__proto__', 'toString'])('an id that every object knows: %s', (request) =>
    given(...employed)
      .when({ ...ask('Approve'), request })
      .refuses({ type: 'NotRequested', request }),
  )
})

describe('after a move the new approver decides', () => {
  const moved = {
    type: 'EmploymentMoved',
    from: day('2026-05-10'),
    ...lisbon,
    approver: dora,
    seq: 200,
  } as const

  test('from its day on', () =>
    given(...asked, moved)
      .when(ask('Approve', dora, false, day('2026-05-10')))
      .yields({ type: 'LeaveApproved', ...doing('r1', dora, day('2026-05-10')), note: null }))

  test('and the old one no more', () =>
    given(...asked, moved)
      .when(ask('Approve', ben, false, day('2026-05-10')))
      .refuses(unknown))

  test('but not before', () =>
    given(...asked, moved)
      .when(ask('Approve', dora))
      .refuses(unknown))

  test('somebody who starts later has the approver of the first day', () =>
    given(started('2026-05-25'), terms(3, '2026-05-25'), requested('r1', week))
      .when(ask('Approve'))
      .yields(approved('r1')))
})

describe('a decision stands:', () => {
  test.each([
    ['Approve', accepted],
    ['Decline', [...asked, declined('r1')]],
    ['Withdraw', [...asked, withdrawn('r1')]],
    ['Cancel', [...accepted, cancelled('r1')]],
  ] as const)('%s again says nothing new', (type, history) =>
    given(...history)
      .when(ask(type, type === 'Withdraw' || type === 'Cancel' ? ana : ben))
      .yields(),
  )

  test.each([
    ['Decline', accepted, already('approved')],
    ['Approve', [...asked, declined('r1')], already('declined')],
    ['Approve', [...asked, withdrawn('r1')], already('withdrawn', ana)],
    ['Approve', [...accepted, cancelled('r1')], already('cancelled', ana)],
    ['Withdraw', accepted, already('approved')],
    ['Withdraw', [...asked, declined('r1')], already('declined')],
    ['Cancel', [...asked, declined('r1')], already('declined')],
    ['Cancel', [...asked, withdrawn('r1')], already('withdrawn', ana)],
  ] as const)('%s comes too late', (type, history, refusal) =>
    given(...history)
      .when(ask(type, type === 'Withdraw' ? ana : ben))
      .refuses(refusal),
  )
})

describe('approved leave', () => {
  test('is cancelled by its owner before its first day', () =>
    given(...accepted)
      .when(ask('Cancel', ana))
      .yields(cancelled('r1')))

  test('not on its first day', () =>
    given(...accepted)
      .when(ask('Cancel', ana, false, day('2026-06-01')))
      .refuses({ type: 'AlreadyStarted', first: day('2026-06-01') }))

  test('not by an admin whose own it is', () =>
    given(...accepted)
      .when(ask('Cancel', ana, true, day('2026-06-01')))
      .refuses({ type: 'AlreadyStarted', first: day('2026-06-01') }))

  test.each([
    ['the approver', ben, false],
    ['an admin', clara, true],
  ] as const)('is cancelled at any time by %s', (_who, by, byAdmin) =>
    given(...accepted)
      .when(ask('Cancel', by, byAdmin, day('2026-06-05')))
      .yields({ type: 'LeaveCancelled', ...doing('r1', by, day('2026-06-05')) }),
  )
})
