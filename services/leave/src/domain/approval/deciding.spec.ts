import { describe, test } from 'vitest'
import {
  allOf,
  ana,
  anyOf,
  approver,
  ben,
  clara,
  company,
  day,
  dora,
  emil,
  given,
  gus,
  hal,
  monday,
  named,
  office,
  role,
  says,
  tuesday,
  week,
} from './approval.given.ts'

const by = (who: typeof ana | null) => ({ request: 'r1', by: who, on: tuesday }) as const
const approved = (who: typeof ana) => ({ type: 'LeaveApproved', ...by(who) }) as const
const declined = (who: typeof ana) => ({ type: 'LeaveDeclined', ...by(who) }) as const
const at = (level: number, next: number, who: typeof ana) =>
  ({ type: 'LevelApproved', level, next, ...by(who) }) as const
const notYours = { type: 'NotYourDecision', request: 'r1' } as const
const already = (outcome: 'approved' | 'declined' | 'withdrawn', who = ben) =>
  ({ type: 'AlreadyDecided', outcome, ...by(who) }) as const

describe('a request that waits for one approver', () => {
  const one = office()

  test('is approved by them', () => given(one, week).when(says('Approve', ben)).yields(approved(ben)))
  test('is declined by them', () => given(one, week).when(says('Decline', ben)).yields(declined(ben)))
  test('is decided by nobody else', () => {
    given(one, week).when(says('Approve', gus)).refuses(notYours)
    given(one, week).when(says('Decline', clara)).refuses(notYours)
    given(one, week)
      .when(says('Approve', dora, ['hr']))
      .refuses(notYours)
  })
  test('is decided by an admin in place of all', () => {
    given(one, week)
      .when(says('Approve', emil, ['admin']))
      .yields(approved(emil))
    given(one, week)
      .when(says('Decline', emil, ['admin']))
      .yields(declined(emil))
  })
  test('is never decided by its person, whatever their role', () => {
    given(one, week)
      .when(says('Approve', ana, ['admin']))
      .refuses({ type: 'OwnLeave' })
    given(one, week).when(says('Decline', ana)).refuses({ type: 'OwnLeave' })
  })
  test('is decided by its person, where the rules let whoever approves', () => {
    const self = office({ selfApproval: true, levels: [anyOf(named(ana))] })
    given(self, week).when(says('Approve', ana)).yields(approved(ana))
    given(office({ selfApproval: true }), week)
      .when(says('Approve', ana))
      .refuses(notYours)
  })
  test('is decided by a deputy within their dates', () => {
    const standIn = { of: ben, by: gus, first: tuesday, last: tuesday }
    given(office({}, company([], [standIn])), week)
      .when(says('Approve', gus))
      .yields(approved(gus))
    given(office({}, company([], [standIn])), week)
      .when({ ...says('Approve', gus), on: monday })
      .refuses(notYours)
  })
  test('the same word again says nothing more', () => {
    given(one, week, says('Approve', ben)).when(says('Approve', ben)).yields()
    given(one, week, says('Decline', ben)).when(says('Decline', ben)).yields()
    given(one, week, says('Withdraw', ana)).when(says('Withdraw', ana)).yields()
  })
  test('the first decision wins', () => {
    given(one, week, says('Approve', ben)).when(says('Decline', ben)).refuses(already('approved'))
    given(one, week, says('Decline', ben))
      .when(says('Approve', emil, ['admin']))
      .refuses(already('declined'))
    given(one, week, says('Withdraw', ana)).when(says('Approve', ben)).refuses(already('withdrawn', ana))
    given(one, week, says('Approve', ben)).when(says('Withdraw', ana)).refuses(already('approved'))
  })
  test('is withdrawn by its person and nobody else', () => {
    given(one, week)
      .when(says('Withdraw', ana))
      .yields({ type: 'LeaveWithdrawn', ...by(ana) })
    given(one, week).when(says('Withdraw', ben)).refuses(notYours)
  })
})

describe('a level of several', () => {
  const any = office({ levels: [anyOf(named(ben), named(clara))] })
  const all = office({ levels: [allOf(named(ben), named(clara), role('hr'))] })

  test('of which any one is enough, is decided by the first', () => {
    given(any, week).when(says('Approve', clara)).yields(approved(clara))
    given(any, week).when(says('Decline', clara)).yields(declined(clara))
    given(any, week, says('Approve', clara)).when(says('Decline', ben)).refuses(already('approved', clara))
  })
  test('of whom all must be heard, waits for all', () => {
    given(all, week)
      .when(says('Approve', clara))
      .yields(at(0, 0, clara))
    given(all, week, says('Approve', clara))
      .when(says('Approve', dora))
      .yields(at(0, 0, dora))
    given(all, week, says('Approve', clara), says('Approve', dora)).when(says('Approve', ben)).yields(approved(ben))
  })
  test('one who declines declines for all', () =>
    given(all, week, says('Approve', clara)).when(says('Decline', ben)).yields(declined(ben)))
  test('who has approved has nothing more to say', () => {
    given(all, week, says('Approve', clara)).when(says('Approve', clara)).yields()
    given(all, week, says('Approve', clara)).when(says('Decline', clara)).refuses(already('approved', clara))
  })
  test('a deputy answers for all whom they stand in for', () => {
    const days = { first: monday, last: day('2026-06-30') }
    const deputies = [
      { of: ben, by: gus, ...days },
      { of: clara, by: gus, ...days },
    ]
    const organisation = company([], deputies)
    const both = office({ levels: [allOf(named(ben), named(clara))] }, organisation)
    given(both, week).when(says('Approve', gus)).yields(approved(gus))
    const three = office({ levels: [allOf(named(ben), named(clara), named(hal))] }, organisation)
    given(three, week, says('Approve', gus)).when(says('Approve', ben)).yields()
    given(three, week, says('Approve', gus)).when(says('Decline', ben)).refuses(already('approved', gus))
  })
})

describe('levels one after the other', () => {
  const two = office({ levels: [anyOf(approver), anyOf(role('hr'))] })

  test('wait in their order', () => {
    given(two, week).when(says('Approve', dora)).refuses(notYours)
    given(two, week)
      .when(says('Approve', ben))
      .yields(at(0, 1, ben))
    given(two, week, says('Approve', ben)).when(says('Approve', dora)).yields(approved(dora))
  })
  test('are ended by whoever declines', () => {
    given(two, week).when(says('Decline', ben)).yields(declined(ben))
    given(two, week, says('Approve', ben)).when(says('Decline', dora)).yields(declined(dora))
  })
  test('a level that has approved has nothing more to say', () => {
    given(two, week, says('Approve', ben)).when(says('Approve', ben)).yields()
    given(two, week, says('Approve', ben)).when(says('Decline', ben)).refuses(already('approved'))
  })
  test('an admin decides them all at once', () =>
    given(two, week)
      .when(says('Approve', emil, ['admin']))
      .yields(approved(emil)))
  test('nobody is asked twice', () => {
    const again = office({ levels: [anyOf(approver), anyOf(named(ben)), anyOf(named(clara))] })
    given(again, week)
      .when(says('Approve', ben))
      .yields(at(0, 2, ben))
    given(again, week, says('Approve', ben)).when(says('Approve', clara)).yields(approved(clara))
  })
  test('skip whose own leave it is', () => {
    const own = office({ ownLeave: 'skip', levels: [anyOf(approver), anyOf(named(ana)), anyOf(named(clara))] })
    given(own, week)
      .when(says('Approve', ben))
      .yields(at(0, 2, ben))
  })
})
