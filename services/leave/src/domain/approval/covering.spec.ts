import { describe, expect, test } from 'vitest'
import {
  type ana,
  anyOf,
  approver,
  away,
  ben,
  clara,
  company,
  emil,
  given,
  gus,
  named,
  office,
  says,
  tuesday,
  week,
} from './approval.given.ts'
import { decide } from './decide.ts'

const by = (who: typeof ana | null) => ({ request: 'r1', by: who, on: tuesday }) as const
const covered = { ...week, cover: gus }
const answer = (agrees: boolean, who = gus) => ({ ...says('AnswerCover', who), agrees, wish: covered })
const agreed = { type: 'CoverAnswered', agrees: true, ...by(gus) } as const
const approved = (who: typeof ana | null) => ({ type: 'LeaveApproved', ...by(who) }) as const
const notAgreed = { type: 'CoverNotAgreed', request: 'r1', cover: gus } as const

describe('a cover asked before the approvers', () => {
  const before = office({ cover: 'before' })

  test('agrees, and then they are asked', () => {
    given(before, covered).when(answer(true)).yields(agreed)
    given(before, covered, answer(true)).when(says('Approve', ben)).yields(approved(ben))
  })
  test('is waited for by who approves', () => {
    given(before, covered).when(says('Approve', ben)).refuses(notAgreed)
    given(before, covered, answer(false)).when(says('Approve', ben)).refuses(notAgreed)
  })
  test('is not waited for by who declines, nor by an admin', () => {
    given(before, covered)
      .when(says('Decline', ben))
      .yields({ type: 'LeaveDeclined', ...by(ben) })
    given(before, covered)
      .when(says('Approve', emil, ['admin']))
      .yields(approved(emil))
  })
})

describe('a cover asked in parallel', () => {
  const parallel = office({ levels: [anyOf(approver), anyOf(named(clara))] })
  const last = { type: 'LevelApproved', level: 1, next: 2, ...by(clara) } as const

  test('may agree at any time', () => {
    given(parallel, covered, answer(true), says('Approve', ben)).when(says('Approve', clara)).yields(approved(clara))
    given(parallel, covered, says('Approve', ben)).when(answer(true)).yields(agreed)
  })
  test('is what the last approval waits for', () => {
    given(parallel, covered, says('Approve', ben)).when(says('Approve', clara)).yields(last)
    given(parallel, covered, says('Approve', ben), says('Approve', clara))
      .when(answer(true))
      .yields(agreed, approved(clara))
  })
  test('approvers have nothing more to say then', () => {
    const waiting = given(parallel, covered, says('Approve', ben), says('Approve', clara))
    waiting.when(says('Approve', clara)).yields()
    waiting.when(says('Decline', clara)).refuses({ type: 'AlreadyDecided', outcome: 'approved', ...by(clara) })
  })
  test('may think better of it while it waits', () => {
    given(parallel, covered, answer(true))
      .when(answer(false))
      .yields({ ...agreed, agrees: false })
    given(parallel, covered, answer(false)).when(answer(true)).yields(agreed)
  })
})

describe('the consent of a cover', () => {
  const plain = office()

  test('is given by nobody else', () => {
    given(plain, covered).when(answer(true, clara)).refuses({ type: 'NotYourDecision', request: 'r1' })
    given(plain, week).when(answer(true)).refuses({ type: 'NotYourDecision', request: 'r1' })
  })
  test('given again says nothing more', () => {
    given(plain, covered, answer(true)).when(answer(true)).yields()
    given(plain, covered, says('Approve', ben), answer(true)).when(answer(true)).yields()
  })
  test('cannot be given once they are away themselves', () => {
    const busy = office({}, company(), away({ who: gus, first: '2026-07-08', last: '2026-07-08' }))
    expect(decide(busy, given(plain, covered).approval, answer(true))).toEqual({
      ok: false,
      error: { type: 'CoverAway', cover: gus, on: '2026-07-08' },
    })
    expect(decide(busy, given(plain, covered).approval, answer(false)).ok).toBe(true)
  })
  test('is all that leave without approvers waits for', () =>
    given(office({ levels: [] }), covered)
      .when(answer(true))
      .yields(agreed, approved(null)))
  test('comes too late once it is decided', () =>
    given(plain, covered, says('Decline', ben))
      .when(answer(true))
      .refuses({ type: 'AlreadyDecided', outcome: 'declined', ...by(ben) }))
})
