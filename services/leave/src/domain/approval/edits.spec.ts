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
  monday,
  named,
  office,
  says,
  tuesday,
  week,
  when,
} from './approval.given.ts'
import type { ApprovalRules } from './approval-rules.ts'
import { needsApproval } from './edits.ts'
import { outcomeOf } from './outcome.ts'
import type { Wish } from './wish.ts'

const approve = says('Approve', ben)
const shorter: Wish = { ...week, dates: dates('2026-07-06', '2026-07-08') }
const longer: Wish = { ...week, dates: dates('2026-07-06', '2026-07-13') }
const other: Wish = { ...week, leaveType: 'unpaid' }
const edit = (after: Wish, who = ana, as: readonly string[] = []) => ({
  ...says('Edit', who, as),
  before: week,
  proposed: null,
  after,
})
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

const proposed = { ...anew, type: 'ChangeRequested' } as const

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
  test('to more days does', () => given(usual, week, approve).when(edit(longer)).yields(proposed))
  test('to another type does', () => given(usual, week, approve).when(edit(other)).yields(proposed))
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
      proposed: null,
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

describe('a change that waits for approval', () => {
  const longest: Wish = { ...week, dates: dates('2026-07-06', '2026-07-14') }
  const again = (after: Wish, who = ana) => ({ ...says('Edit', who), before: week, proposed: longer, after })
  const about = { request: 'r1', by: ben, on: tuesday }
  const waiting = given(office(), week, approve, edit(longer))
  const kept = (outcome: 'declined' | 'expired' | 'withdrawn', by: typeof ben | null = ben, on = tuesday) => ({
    ...given(office(), week, approve).approval,
    kept: { from: 'change', outcome, by, on },
  })

  test('leaves the leave approved as it is', () =>
    expect(waiting.approval).toMatchObject({
      status: 'changeRequested',
      approved: { by: ben, on: tuesday },
      waiting: { asked: tuesday, level: 0 },
    }))
  test('is made once it is approved', () => {
    waiting.when(approve).yields({ type: 'ChangeApproved', ...about })
    expect(given(office(), week, approve, edit(longer), approve).approval).toMatchObject({
      status: 'approved',
      kept: null,
    })
  })
  test('that is declined leaves it as it was', () => {
    waiting.when(says('Decline', ben)).yields({ type: 'ChangeDeclined', ...about })
    const declined = given(office(), week, approve, edit(longer), says('Decline', ben))
    expect(declined.approval).toEqual(kept('declined'))
    declined.when(says('Decline', ben)).yields()
    declined
      .when(says('Approve', clara))
      .refuses({ type: 'AlreadyDecided', request: 'r1', outcome: 'declined', by: ben, on: tuesday })
  })
  test('that is withdrawn, too', () => {
    waiting.when(says('Withdraw', ana)).yields({ type: 'ChangeWithdrawn', ...about, by: ana })
    const withdrawn = given(office(), week, approve, edit(longer), says('Withdraw', ana))
    expect(withdrawn.approval).toEqual(kept('withdrawn', ana))
    withdrawn.when(says('Withdraw', ana)).yields()
    withdrawn
      .when(says('Decline', ben))
      .refuses({ type: 'AlreadyDecided', request: 'r1', outcome: 'withdrawn', by: ana, on: tuesday })
  })
  test('that nobody answers, too', () => {
    const until = day('2026-06-30')
    const said = [
      { says: 'approve', by: ben, on: tuesday },
      { says: 'edit', by: ana, on: tuesday, wish: longer },
    ] as const
    const outcome = outcomeOf(office(), { says: 'ask', by: ana, on: monday, wish: week }, said, until)
    expect(outcome.approval).toEqual(kept('expired', null, day('2026-06-11')))
    expect([outcome.wish, outcome.proposed]).toEqual([week, null])
  })
  test('is replaced by another one', () => {
    waiting.when(again(longest)).yields(proposed)
    waiting.when(again(longer)).yields()
  })
  test('is dropped by one that needs no approval, and by one back to what the leave is', () => {
    waiting.when(again(shorter)).yields({ type: 'ChangeWithdrawn', ...about, by: ana })
    waiting.when(again(week)).yields({ type: 'ChangeWithdrawn', ...about, by: ana })
    waiting.when(again(longest, ben)).yields({ type: 'ChangeWithdrawn', ...about })
  })
  test('goes with the leave when that is cancelled', () => {
    const cancel = { ...says('Cancel', ana), first: day('2026-07-06') }
    waiting.when(cancel).yields({ type: 'LeaveCancelled', ...about, by: ana })
    const asking = office({ cancellation: 'approval' })
    expect(given(asking, week, approve, edit(longer), cancel).approval).toMatchObject({
      status: 'cancelRequested',
      approved: { by: ben, on: tuesday },
    })
  })
  test('asks the cover it names', () => {
    const covered = { ...longer, cover: gus }
    const answer = { ...says('AnswerCover', gus), agrees: true, wish: covered }
    const asked = given(office(), week, approve, edit(covered), approve)
    expect(asked.approval).toMatchObject({
      status: 'changeRequested',
      waiting: { cover: { person: gus, agrees: null } },
    })
    asked
      .when(answer)
      .yields({ type: 'CoverAnswered', ...about, agrees: true, by: gus }, { type: 'ChangeApproved', ...about })
  })
  test('is approved at once where nobody need be asked', () =>
    given(office({ autoApproval: [when({ leastDays: 8 })] }), week, approve)
      .when(edit(longer))
      .yields({ ...proposed, levels: [] }, { type: 'ChangeApproved', ...about, by: null }))
  test('is decided at its own levels, and what is kept keeps those it was approved at', () => {
    const rules = { levels: [anyOf(approver), { ...anyOf(named(clara)), when: when({ leastDays: 8 }) }] }
    const two = given(office(rules), week, approve, edit(longer))
    two.when(approve).yields({ type: 'LevelApproved', ...about, level: 0, next: 1 })
    expect(two.approval.levels).toHaveLength(2)
    // Who decides only about the change does not decide about the leave.
    two.when({ ...says('Cancel', clara), first: day('2026-07-06') }).refuses({ type: 'NotYourDecision', request: 'r1' })
    expect(given(office(rules), week, approve, edit(longer), approve, says('Decline', clara)).approval).toMatchObject({
      status: 'approved',
      levels: [{ approvers: [approver], need: 'anyOf' }],
    })
  })
})
