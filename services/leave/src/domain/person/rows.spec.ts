import { describe, expect, test } from 'vitest'
import type { Event } from './events.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  clara,
  day,
  declined,
  dora,
  given,
  lisbon,
  range,
  requested,
  started,
  terms,
  withdrawn,
} from './person.given.ts'
import type { Place } from './place.ts'
import { rowsOf } from './rows.ts'

const june = range('2026-06-01', '2026-06-05')
const employed = [started(), terms(20)]
const idsAfter = (...events: readonly Event[]) => Object.keys(rowsOf(given(...employed, ...events).state))
const asked = requested('r1', june)
const moved = (from: string, place: Partial<Place>, seq: number): Event => ({
  type: 'EmploymentMoved',
  from: day(from),
  ...lisbon,
  ...place,
  seq,
})

describe('a request', () => {
  test('that is pending is in the calendar and in the inbox', () =>
    expect(rowsOf(given(...employed, asked).state)).toEqual({
      'away/engineering/2026-06-05/ana/r1': {
        team: 'engineering',
        person: ana,
        request: 'r1',
        leaveType: 'vacation',
        status: 'pending',
        ...june,
        approvers: [ben],
      },
      'waiting/ben/ana/r1': { approver: ben, person: ana, request: 'r1', askedOn: day('2026-05-04') },
    }))

  test('that is approved is in the calendar only', () =>
    expect(idsAfter(asked, approved('r1'))).toEqual(['away/engineering/2026-06-05/ana/r1']))

  test.each([
    ['declined', [declined('r1')]],
    ['withdrawn', [withdrawn('r1')]],
    ['cancelled', [approved('r1'), cancelled('r1')]],
  ])('that is %s is nowhere', (_status, events) => expect(idsAfter(asked, ...events)).toEqual([]))
})

describe('somebody who moves', () => {
  test('is away from each team they are in meanwhile', () => {
    expect(idsAfter(asked, approved('r1'), moved('2026-06-03', { team: 'sales' }, 200))).toEqual([
      'away/engineering/2026-06-05/ana/r1',
      'away/sales/2026-06-05/ana/r1',
    ])
    expect(idsAfter(asked, approved('r1'), moved('2026-06-01', { team: 'sales' }, 200))).toEqual([
      'away/sales/2026-06-05/ana/r1',
    ])
    expect(idsAfter(asked, approved('r1'), moved('2026-06-06', { team: 'sales' }, 200))).toEqual([
      'away/engineering/2026-06-05/ana/r1',
    ])
  })

  test('waits for whoever approves now or later, and not for whoever did', () => {
    const before = moved('2026-05-01', { approver: clara }, 200)
    const after = moved('2026-07-01', { approver: dora }, 300)
    expect(idsAfter(before, after, asked).slice(1)).toEqual(['waiting/clara/ana/r1', 'waiting/dora/ana/r1'])
  })

  test('waits for admins where nobody approves', () => {
    const state = given(started('2024-01-01', { approver: null }), terms(20), asked).state
    expect(rowsOf(state)['waiting/./ana/r1']).toMatchObject({ approver: '.' })
    expect(rowsOf(state)['away/engineering/2026-06-05/ana/r1']).toMatchObject({ approvers: [] })
  })
})
