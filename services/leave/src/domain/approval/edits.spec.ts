import { describe, expect, test } from 'vitest'
import {
  ana,
  anyOf,
  approver,
  away,
  ben,
  clara,
  company,
  dates,
  day,
  emil,
  given,
  gus,
  named,
  office,
  says,
  tuesday,
  week,
  when,
} from './approval.given.ts'
import type { ApprovalRules } from './approval-rules.ts'
import { needsApproval } from './edits.ts'
import type { Wish } from './wish.ts'

const approve = says('Approve', ben)
const shorter: Wish = { ...week, dates: dates('2026-07-06', '2026-07-08') }
const longer: Wish = { ...week, dates: dates('2026-07-06', '2026-07-13') }
const other: Wish = { ...week, leaveType: 'unpaid' }
const edit = (after: Wish, who = ana, as: readonly string[] = []) => ({ ...says('Edit', who, as), before: week, after })
const anew = {
  type: 'ApprovalStarted',
  request: 'r1',
  person: ana,
  levels: [{ approvers: [approver], need: 'anyOf' }],
  level: 0,
  cover: null,
  by: ana,
  on: tuesday,
} as const

describe('a change of a request that waits', () => {
  const two = office({ levels: [anyOf(approver), anyOf(named(clara))] })
  const levels = [anew.levels[0], { approvers: [named(clara)], need: 'anyOf' }] as const

  test('begins anew at the first level, whatever was said before', () => {
    given(two, week, approve)
      .when(edit(shorter))
      .yields({ ...anew, levels })
    given(two, week, approve, edit(shorter))
      .when(says('Approve', clara))
      .refuses({ type: 'NotYourDecision', request: 'r1' })
  })
  test('asks the cover anew', () => {
    const covered = { ...week, cover: gus }
    const answer = { ...says('AnswerCover', gus), agrees: true, wish: covered }
    expect(given(office(), covered, answer, edit({ ...longer, cover: gus })).approval).toMatchObject({
      status: 'pending',
      waiting: { asked: tuesday, cover: { person: gus, agrees: null } },
    })
  })
  test('of nothing is none', () =>
    given(two, week, approve)
      .when(edit({ ...week }))
      .yields())
  test('is made by nobody else', () =>
    given(two, week).when(edit(shorter, gus)).refuses({ type: 'NotYourDecision', request: 'r1' }))
  test('may be approved by itself', () =>
    given(office({ autoApproval: [when({ mostDays: 3 })] }), longer)
      .when(edit(shorter))
      .yields({ ...anew, levels: [] }, { type: 'LeaveApproved', request: 'r1', by: null, on: tuesday }))
})

describe('a change of approved leave', () => {
  const usual = office()

  test('to fewer days needs no approval', () => given(usual, week, approve).when(edit(shorter)).yields())
  test('to more days does', () => given(usual, week, approve).when(edit(longer)).yields(anew))
  test('to another type does', () => given(usual, week, approve).when(edit(other)).yields(anew))
  test('by who decides about it is approved by that', () => {
    given(usual, week, approve).when(edit(longer, ben)).yields()
    given(usual, week, approve)
      .when(edit(longer, emil, ['admin']))
      .yields()
  })
  test('touches no day that has begun, if its person makes it', () => {
    const begun: Wish = { ...week, dates: dates('2026-06-01', '2026-06-05') }
    const change = (first: string, last: string, who = ana) => ({
      ...says('Edit', who),
      before: begun,
      after: { ...begun, dates: dates(first, last) },
    })
    const started = given(usual, begun, approve)
    started.when(change('2026-06-03', '2026-06-05')).refuses({ type: 'AlreadyStarted', first: day('2026-06-01') })
    started.when(change('2026-06-01', '2026-06-01')).refuses({ type: 'AlreadyStarted', first: tuesday })
    started.when(change('2026-06-01', '2026-06-02')).yields()
    started.when(change('2026-06-03', '2026-06-05', ben)).yields()
  })
  test('is refused where the cover would be away', () => {
    const absent = away({ who: gus, first: '2026-07-13', last: '2026-07-13' })
    const covered = { ...week, cover: gus }
    const answer = { ...says('AnswerCover', gus), agrees: true, wish: covered }
    given(office({}, company(), absent), covered, answer, approve)
      .when({ ...edit({ ...longer, cover: gus }), before: covered })
      .refuses({ type: 'CoverAway', cover: gus, on: day('2026-07-13') })
  })
  test('waits while its cancellation is asked for', () =>
    given(office({ cancellation: 'approval' }), week, approve, { ...says('Cancel', ana), first: day('2026-07-06') })
      .when(edit(shorter))
      .refuses({ type: 'StillPending', request: 'r1' }))
  test('comes too late once it was declined', () =>
    given(usual, week, says('Decline', ben))
      .when(edit(shorter))
      .refuses({ type: 'AlreadyDecided', request: 'r1', outcome: 'declined', by: ben, on: tuesday }))

  test.each<[ApprovalRules['edits'], ApprovalRules['cancellation'], Wish, boolean]>([
    ['difference', 'direct', shorter, false],
    ['difference', 'direct', longer, true],
    ['difference', 'direct', other, true],
    ['difference', 'approval', shorter, true],
    ['always', 'direct', shorter, true],
    ['never', 'direct', longer, false],
    ['never', 'direct', other, false],
    ['never', 'approval', shorter, true],
    ['never', 'approval', longer, false],
  ])('with edits %s and cancellation %s', (edits, cancellation, after, expected) =>
    expect(needsApproval({ edits, cancellation }, week, after)).toBe(expected),
  )
})
