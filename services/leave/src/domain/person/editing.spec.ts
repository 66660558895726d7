import { days } from '@awayday/kernel'
import { describe, test } from 'vitest'
import type { Range } from '../time/absence.ts'
import type { CommandOf } from './commands.ts'
import type { Event } from './events.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  datesOf,
  day,
  declined,
  dora,
  employed,
  given,
  range,
  requested,
  started,
  terms,
  today,
  waits,
} from './person.given.ts'

const week = range('2026-06-01', '2026-06-03')
const asked = [...employed, requested('r1', week), waits('r1')] as const
const accepted = [...asked, approved('r1')] as const
const whole = (date: string) => ({ day: day(date), part: 'whole', unit: 'day', n: 10_000 }) as const

const edit = (wish: Range, by = ana, on = today): CommandOf<'Edit'> => ({
  type: 'Edit',
  request: 'r1',
  dates: datesOf(wish),
  cover: null,
  by,
  on,
  as: [],
})
const proposed = (wish: Range, dates: readonly string[], on = today): Event => ({
  type: 'ChangeProposed',
  request: 'r1',
  dates: datesOf(wish),
  charges: dates.map(whole),
  cover: null,
  by: ana,
  on,
})
const changeWaits = (on = today): Event => ({
  type: 'ChangeRequested',
  request: 'r1',
  levels: [{ approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf' }],
  level: 0,
  cover: null,
  by: ana,
  on,
})
const edited = (wish: Range, dates: readonly string[], by = ana, on = today): Event => ({
  type: 'LeaveEdited',
  request: 'r1',
  dates: datesOf(wish),
  charges: dates.map(whole),
  cover: null,
  by,
  on,
})

describe('a request that is changed', () => {
  test('while it is pending waits anew', () => {
    const later = range('2026-06-02', '2026-06-04')
    given(...asked)
      .when(edit(later, ana, day('2026-05-06')))
      .yields(
        edited(later, ['2026-06-02', '2026-06-03', '2026-06-04'], ana, day('2026-05-06')),
        waits('r1', day('2026-05-06')),
      )
  })

  test('does not clash with itself, nor run out of the days it has', () => {
    const moved = range('2026-06-02', '2026-06-04')
    given(...accepted)
      .when(edit(moved))
      .yields(proposed(moved, ['2026-06-02', '2026-06-03', '2026-06-04']), changeWaits())
  })

  test('to fewer days needs nobody’s approval, even at balance 0', () => {
    const shorter = range('2026-06-01', '2026-06-02')
    given(...accepted)
      .when(edit(shorter))
      .yields(edited(shorter, ['2026-06-01', '2026-06-02']))
  })

  test('by whoever decides is approved with it', () => {
    const moved = range('2026-06-02', '2026-06-04')
    given(...accepted)
      .when(edit(moved, ben))
      .yields(edited(moved, ['2026-06-02', '2026-06-03', '2026-06-04'], ben))
  })

  test('to more days than are left is refused', () =>
    given(...accepted)
      .when(edit(range('2026-06-01', '2026-06-04')))
      .refuses({ type: 'NotEnoughLeft', asked: days(4), available: days(3), on: day('2026-06-04') }))

  test('clashes with other leave', () =>
    given(started(), terms(9), requested('r1', week), requested('r2', range('2026-06-08')))
      .when(edit(range('2026-06-05', '2026-06-08')))
      .refuses({ type: 'Overlaps', request: 'r2', ...range('2026-06-08') }))

  test('to what it is already says nothing', () =>
    given(...accepted)
      .when(edit(week))
      .yields())

  test('is nobody else’s business', () =>
    given(...accepted)
      .when(edit(range('2026-06-02'), dora))
      .refuses({ type: 'NotRequested', request: 'r1' }))

  test('is not one that is over', () =>
    given(...asked, declined('r1'))
      .when(edit(range('2026-06-02')))
      .refuses({ type: 'AlreadyDecided', request: 'r1', outcome: 'declined', by: ben, on: today }))
})

describe('single days of accepted leave', () => {
  const cancel = (date: string, part: 'whole' | 'am' = 'whole', by = ana, on = today): CommandOf<'CancelDays'> => ({
    type: 'CancelDays',
    request: 'r1',
    days: [{ day: day(date), part }],
    by,
    on,
    as: [],
  })
  const named = (...dates: readonly string[]) => dates.map((date) => ({ day: day(date), part: 'whole' }) as const)

  test('are taken back, and the others stay', () =>
    given(...accepted)
      .when(cancel('2026-06-02'))
      .yields({
        type: 'LeaveDaysCancelled',
        request: 'r1',
        days: named('2026-06-02'),
        dates: { kind: 'days', days: named('2026-06-01', '2026-06-03') },
        charges: ['2026-06-01', '2026-06-03'].map(whole),
        by: ana,
        on: today,
      }))

  test('may be halves', () =>
    given(...accepted)
      .when(cancel('2026-06-02', 'am'))
      .yields({
        type: 'LeaveDaysCancelled',
        request: 'r1',
        days: [{ day: day('2026-06-02'), part: 'am' }],
        dates: {
          kind: 'days',
          days: [
            { day: day('2026-06-01'), part: 'whole' },
            { day: day('2026-06-02'), part: 'pm' },
            { day: day('2026-06-03'), part: 'whole' },
          ],
        },
        charges: [whole('2026-06-01'), { ...whole('2026-06-02'), part: 'pm', n: 5_000 }, whole('2026-06-03')],
        by: ana,
        on: today,
      }))

  test('that are all of it cancel it', () => {
    const day1 = requested('r1', range('2026-06-01'))
    given(...employed, day1, approved('r1'))
      .when(cancel('2026-06-01'))
      .yields(cancelled('r1'))
  })

  test('that have begun are the decider’s to take back', () => {
    given(...accepted)
      .when(cancel('2026-06-02', 'whole', ana, day('2026-06-02')))
      .refuses({ type: 'AlreadyStarted', first: day('2026-06-02') })
    given(...accepted)
      .when(cancel('2026-06-04'))
      .yields()
  })
})
