import { expect, test } from 'vitest'
import type { LeaveFact } from '../published-facts.ts'
import type { Event } from './events.ts'
import { leaveFactsOf, type Told } from './leave-facts.ts'
import { ana, approved, ben, clara, day, declined, employed, given, range, requested, today } from './person.given.ts'

/** What a record tells, after what was known before it. */
const told = (known: readonly Event[], ...events: readonly Event[]): readonly (readonly Told[])[] =>
  leaveFactsOf(events, given(...employed, ...known, ...events).state, today)

const june = range('2026-06-01', '2026-06-02')
const fact: Omit<LeaveFact, 'watchers' | 'peers'> = {
  person: ana,
  request: 'r1',
  leaveType: 'vacation',
  status: 'pending',
  ranges: [june],
  amounts: [{ unit: 'day', n: 20_000 }],
  by: ana,
  on: today,
}
const imported: Event = { type: 'Imported', entries: 2, by: clara, on: today }

test('a request and a decision are told whole, with what the leave is by then', () => {
  expect(told([], requested('r1', june))).toEqual([[{ type: 'LeaveRequested', ...fact }]])
  expect(told([requested('r1', june)], approved('r1'))).toEqual([
    [{ type: 'LeaveApproved', ...fact, status: 'approved', by: ben }],
  ])
  expect(told([requested('r1', june)], declined('r1'))).toEqual([
    [{ type: 'LeaveDeclined', ...fact, status: 'declined', by: ben }],
  ])
})

test('single days are told as single days', () => {
  const days = ['2026-06-05', '2026-06-12'].map((on) => ({ day: day(on), part: 'whole' as const }))
  const fridays = requested('r1', june, { dates: { kind: 'days', days } })
  expect(told([], fridays)).toMatchObject([[{ ranges: [range('2026-06-05'), range('2026-06-12')] }]])
})

test('leave of somebody who leaves before it is told without a day', () => {
  const left: Event = { type: 'EmploymentEnded', on: day('2026-05-31'), seq: 300 }
  const because = { kind: 'employment', document: 'ana', version: 300 } as const
  const recharged: Event = {
    type: 'LeaveRecharged',
    leaves: [{ request: 'r1', charges: [] }],
    proposals: [],
    because,
  }
  const nothing = { ranges: [], amounts: [], by: null }
  expect(told([requested('r1', june), approved('r1')], left, recharged)).toEqual([
    [],
    [{ type: 'LeaveChanged', ...fact, status: 'approved', ...nothing }],
  ])
})

test('what was brought in from files is no news, but for leave that lies ahead', () => {
  const january = requested('old', range('2026-01-05'))
  const july = requested('r3', range('2026-07-01'))
  expect(told([], imported, january, approved('old'), july, declined('r3'))).toEqual([[]])
  expect(told([], imported, january, approved('old'), requested('r1', june), approved('r1'))).toEqual([
    [{ type: 'LeaveChanged', ...fact, status: 'approved', by: clara }],
  ])
})

test('leave that runs on the day it is brought in lies ahead still', () =>
  expect(told([], imported, requested('r1', range('2026-04-28', today)))).toMatchObject([
    [{ type: 'LeaveChanged', status: 'pending' }],
  ]))
