import { describe, test } from 'vitest'
import type { Event } from './events.ts'
import { ana, ben, clara, day, dora, given, started, today } from './person.given.ts'

const july = { first: day('2026-07-06'), last: day('2026-07-24') }
const named: Event = { type: 'DeputyNamed', deputy: dora, ...july, by: ana, on: today }
const removed: Event = { type: 'DeputyRemoved', deputy: dora, ...july, by: ana, on: today }
const name = { type: 'NameDeputy', deputy: dora, ...july, by: ana, on: today, as: ['employee'] } as const
const remove = { ...name, type: 'RemoveDeputy' } as const

describe('a deputy', () => {
  test('is named by the person for whom they stand in', () => given(started()).when(name).yields(named))
  test('is named by an admin', () =>
    given(started())
      .when({ ...name, by: clara, as: ['admin'] })
      .yields({ ...named, by: clara }))
  test('is named once', () => given(started(), named).when(name).yields())
  test('is named for other days too', () =>
    given(started(), named)
      .when({ ...name, first: day('2026-08-03'), last: day('2026-08-03') })
      .yields({ ...named, first: day('2026-08-03'), last: day('2026-08-03') }))
  test('is nobody who stands in for themselves', () =>
    given(started())
      .when({ ...name, deputy: ana })
      .refuses({ type: 'OwnDeputy' }))
  test('is not named backwards', () =>
    given(started())
      .when({ ...name, last: day('2026-07-05') })
      .refuses({ type: 'EndBeforeStart', first: day('2026-07-06'), last: day('2026-07-05') }))
  test('is nobody else’s choice', () =>
    given(started())
      .when({ ...name, by: ben })
      .refuses({ type: 'NotYours', person: ana }))
  test('is removed', () => given(started(), named).when(remove).yields(removed))
  test('is removed once', () => given(started(), named, removed).when(remove).yields())
  test('is removed by nobody else', () =>
    given(started(), named)
      .when({ ...remove, by: dora })
      .refuses({ type: 'NotYours', person: ana }))
})
