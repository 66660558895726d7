import { expect, test } from 'vitest'
import { evolveAll } from '../approval/approval.ts'
import { ALWAYS, type Approver, STANDARD_APPROVAL, type Step } from '../approval/approval-rules.ts'
import { start } from '../approval/start.ts'
import { evolve } from './evolve.ts'
import { ana, clara, context, dora, employed, given, range, request, requested, today, waits } from './person.given.ts'
import { person } from './person.ts'
import { requestOf } from './state.ts'
import { isUsual } from './usual-approval.ts'
import { wishOf } from './wishes.ts'

const week = range('2026-06-01', '2026-06-03')

test('a request waits for whoever approves for the person, as if that were said', () => {
  const said = requestOf(given(...employed, requested('r1', week), waits('r1')).state, 'r1')
  expect(requestOf(given(...employed, requested('r1', week)).state, 'r1')).toEqual(said)
})

const level = (approver: Approver, need: Step['need'] = 'anyOf') => ({ approvers: [approver], need, when: ALWAYS })
const up = (n: number, need?: Step['need']) => level({ kind: 'approver', up: n }, need)
test.each([
  ['by their approver', [up(1)], ['LeaveRequested']],
  ["by their approver's approver", [up(2)], ['LeaveRequested', 'ApprovalStarted']],
  ['by all of one', [up(1, 'allOf')], ['LeaveRequested', 'ApprovalStarted']],
  ['at two levels', [up(1), level({ kind: 'person', person: clara })], ['LeaveRequested', 'ApprovalStarted']],
  ['by a role', [level({ kind: 'role', role: 'hr' })], ['LeaveRequested', 'ApprovalStarted']],
  ['by nobody', [], ['LeaveRequested', 'ApprovalStarted', 'LeaveApproved']],
])('a request that is approved %s says so, and no more than it must', (_how, levels, types) => {
  const office = { ...context.office, rules: { ...STANDARD_APPROVAL, levels } }
  const { state } = given(...employed)
  const decided = person(ana, { ...context, office }).decide(request('r1', week), state)
  if (!decided.ok) throw new Error('refused')
  expect(decided.value.map(({ type }) => type)).toEqual(types)
  const asked = requestOf(decided.value.reduce(evolve, state), 'r1')
  const started = asked && start(office, wishOf(asked, state), { by: ana, on: today })
  expect(asked?.approval).toEqual(started?.ok && evolveAll(null, started.value))
})

test('whoever takes the work over, or another first level, is said', () => {
  const { levels } = STANDARD_APPROVAL
  const steps = levels.map(({ approvers, need }) => ({ approvers, need }))
  const usual = {
    type: 'ApprovalStarted',
    request: 'r1',
    person: ana,
    by: ana,
    on: today,
    level: 0,
    cover: null,
  } as const
  expect(isUsual({ ...usual, levels: steps })).toBe(true)
  expect(isUsual({ ...usual, levels: steps, level: 1 })).toBe(false)
  const cover = { person: dora, consent: 'before', agrees: null } as const
  expect(isUsual({ ...usual, levels: steps, cover })).toBe(false)
})
