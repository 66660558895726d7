import { describe, test } from 'vitest'
import {
  ana,
  anyOf,
  approver,
  ben,
  clara,
  day,
  emil,
  given,
  gus,
  named,
  office,
  says,
  tuesday,
  week,
} from './approval.given.ts'

const by = (who: typeof ana | null) => ({ request: 'r1', by: who, on: tuesday }) as const
const cancelled = (who: typeof ana) => ({ type: 'LeaveCancelled', ...by(who) }) as const
const cancel = (who: typeof ana, first = '2026-07-06', as: readonly string[] = []) => ({
  ...says('Cancel', who, as),
  first: day(first),
})
const asks = { type: 'CancelRequested', level: 0, ...by(ana) } as const
const kept = (who: typeof ana) => ({ type: 'CancelDeclined', ...by(who) }) as const
const already = (outcome: 'approved' | 'declined' | 'cancelRequested', who = ben) =>
  ({ type: 'AlreadyDecided', outcome, ...by(who) }) as const
const approve = says('Approve', ben)

describe('approved leave', () => {
  const direct = office()

  test('is cancelled by its person before it begins', () =>
    given(direct, week, approve).when(cancel(ana)).yields(cancelled(ana)))
  test('not once it has begun', () => {
    given(direct, week, approve).when(cancel(ana, '2026-06-02')).refuses({ type: 'AlreadyStarted', first: tuesday })
    given(direct, week, approve).when(cancel(ana, '2026-06-03')).yields(cancelled(ana))
  })
  test('is cancelled by who decides about it at any time', () => {
    given(direct, week, approve).when(cancel(ben, '2026-05-01')).yields(cancelled(ben))
    given(direct, week, approve)
      .when(cancel(emil, '2026-05-01', ['admin']))
      .yields(cancelled(emil))
  })
  test('and by nobody else', () =>
    given(direct, week, approve).when(cancel(gus)).refuses({ type: 'NotYourDecision', request: 'r1' }))
  test('that needed no approval is cancelled by who would have given it', () =>
    given(office({ levels: [] }), week)
      .when(cancel(ben, '2026-05-01'))
      .yields(cancelled(ben)))
  test('is cancelled once', () => given(direct, week, approve, cancel(ana)).when(cancel(ana)).yields())
  test('waiting for a decision is withdrawn or declined instead', () =>
    given(direct, week).when(cancel(ana)).refuses({ type: 'StillPending', request: 'r1' }))
  test('that was declined cannot be cancelled', () =>
    given(direct, week, says('Decline', ben)).when(cancel(ana)).refuses(already('declined')))
  test('has nothing of which cancelling was asked', () =>
    given(direct, week, approve).when(says('ApproveCancel', ben)).refuses({ type: 'NoCancelAsked', request: 'r1' }))
})

describe('where cancelling must be approved', () => {
  const asking = office({ cancellation: 'approval' })

  test('its person asks for it', () => given(asking, week, approve).when(cancel(ana)).yields(asks))
  test('who decides about it does it at once, asked or not', () => {
    given(asking, week, approve).when(cancel(ben)).yields(cancelled(ben))
    given(asking, week, approve, cancel(ana)).when(cancel(ben)).yields(cancelled(ben))
  })
  test('what needed no approval needs none to be cancelled', () =>
    given(office({ cancellation: 'approval', levels: [] }), week)
      .when(cancel(ana))
      .yields(cancelled(ana)))
  test('it is approved, or declined, or thought better of', () => {
    const waiting = given(asking, week, approve, cancel(ana))
    waiting.when(says('ApproveCancel', ben)).yields(cancelled(ben))
    waiting.when(says('DeclineCancel', ben)).yields(kept(ben))
    waiting.when(says('KeepLeave', ana)).yields(kept(ana))
  })
  test('not by its person, nor by others', () => {
    const waiting = given(asking, week, approve, cancel(ana))
    waiting.when(says('ApproveCancel', ana)).refuses({ type: 'OwnLeave' })
    waiting.when(says('DeclineCancel', gus)).refuses({ type: 'NotYourDecision', request: 'r1' })
    waiting.when(says('KeepLeave', ben)).refuses({ type: 'NotYourDecision', request: 'r1' })
  })
  test('the leave stays approved meanwhile', () => {
    const waiting = given(asking, week, approve, cancel(ana))
    waiting.when(approve).yields()
    waiting.when(says('Decline', ben)).refuses(already('cancelRequested'))
  })
  test('the same word again says nothing more', () => {
    given(asking, week, approve, cancel(ana)).when(cancel(ana)).yields()
    given(asking, week, approve, cancel(ana), says('ApproveCancel', ben)).when(says('ApproveCancel', ben)).yields()
    given(asking, week, approve, cancel(ana), says('DeclineCancel', ben)).when(says('DeclineCancel', ben)).yields()
    given(asking, week, approve, cancel(ana), says('KeepLeave', ana)).when(says('KeepLeave', ana)).yields()
  })
  test('it may be asked for again', () =>
    given(asking, week, approve, cancel(ana), says('DeclineCancel', ben)).when(cancel(ana)).yields(asks))
  test('all levels are asked again', () => {
    const two = office({ cancellation: 'approval', levels: [anyOf(approver), anyOf(named(clara))] })
    const waiting = given(two, week, approve, says('Approve', clara), cancel(ana))
    waiting.when(says('ApproveCancel', clara)).refuses({ type: 'NotYourDecision', request: 'r1' })
    waiting.when(says('ApproveCancel', ben)).yields({ type: 'LevelApproved', level: 0, next: 1, ...by(ben) })
    given(two, week, approve, says('Approve', clara), cancel(ana), says('ApproveCancel', ben))
      .when(says('ApproveCancel', clara))
      .yields(cancelled(clara))
  })
})
