import { describe, expect, test } from 'vitest'
import type { AbsentDay } from '../time/absence.ts'
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
      'waiting/ben/ana/r1': { approver: ben, person: ana, request: 'r1', askedOn: day('2026-05-04'), cover: false },
    }))

  test('that is approved is in the calendar only', () =>
    expect(idsAfter(asked, approved('r1'))).toEqual(['away/engineering/2026-06-05/ana/r1']))

  test.each([
    ['declined', [declined('r1')]],
    ['withdrawn', [withdrawn('r1')]],
    ['cancelled', [approved('r1'), cancelled('r1')]],
  ])('that is %s is nowhere', (_status, events) => expect(idsAfter(asked, ...events)).toEqual([]))
})

describe('leave', () => {
  const onDays = (days: readonly AbsentDay[]) => requested('r1', june, { dates: { kind: 'days', days } })
  const single = onDays(['05', '12', '19'].map((on) => ({ day: day(`2026-06-${on}`), part: 'whole' })))
  const spans = (...events: readonly Event[]) =>
    Object.entries(rowsOf(given(...employed, ...events).state)).map(([id, row]) =>
      'team' in row ? [id, row.first, row.firstPart, row.last, row.lastPart] : [id],
    )

  test('on single days is in the calendar on these days, and not between them', () =>
    expect(spans(single, approved('r1'))).toEqual([
      ['away/engineering/2026-06-05/ana/r1', '2026-06-05', 'whole', '2026-06-05', 'whole'],
      ['away/engineering/2026-06-12/ana/r1', '2026-06-12', 'whole', '2026-06-12', 'whole'],
      ['away/engineering/2026-06-19/ana/r1', '2026-06-19', 'whole', '2026-06-19', 'whole'],
    ]))

  test('of some hours is there with these hours, twice on one day too', () => {
    const [early, late] = [
      { from: 540, to: 600 },
      { from: 900, to: 960 },
    ]
    const days = [early, late].map((part) => ({ day: day('2026-06-05'), part }))
    expect(spans(onDays(days), approved('r1'))).toEqual([
      ['away/engineering/2026-06-05/ana/r1', '2026-06-05', early, '2026-06-05', early],
      ['away/engineering/2026-06-05/ana/r1/2', '2026-06-05', late, '2026-06-05', late],
    ])
  })

  test('of somebody who leaves ends with their last day, and is not there after it', () => {
    const left = (on: string): Event => ({ type: 'EmploymentEnded', on: day(on), seq: 300 })
    expect(spans(asked, approved('r1'), left('2026-06-02'))).toEqual([
      ['away/engineering/2026-06-02/ana/r1', '2026-06-01', 'whole', '2026-06-02', 'whole'],
    ])
    expect(spans(asked, approved('r1'), left('2026-05-31'))).toEqual([])
  })
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
