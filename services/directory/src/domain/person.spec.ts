import { deciderLaws, specOf } from '@awayday/event-sourcing/testing'
import type { LocalDate, PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personCodec } from '#wire/events.ts'
import { type Command, type Event, hasLeftBy, isKnown, type Place, person, placeOn, type State } from './person.ts'

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const day = (text: string) => text as LocalDate
const [march, may, june] = [day('2026-03-01'), day('2026-05-01'), day('2026-06-01')]
const lisbon: Place = {
  from: march,
  team: 'design',
  location: 'lisbon',
  department: 'board',
  labels: ['first-aid'],
  approver: ben,
}
const berlin: Place = { from: may, team: 'sales', location: 'berlin', department: null, labels: [], approver: null }
const joined: Event = { type: 'PersonJoined', ...lisbon }
const moved: Event = { type: 'PersonMoved', ...berlin }
const left: Event = { type: 'PersonLeft', on: june }
const lapsed: Event = { type: 'MailLapsed' }
const given = specOf(person(ana))
const free = { against: null }

describe('a person', () => {
  test('joins', () =>
    given()
      .when({ type: 'Join', ...lisbon, ...free })
      .yields(joined))
  test('joins once', () =>
    given(joined)
      .when({ type: 'Join', ...lisbon, ...free })
      .yields())
  test('cannot join somewhere else as well', () =>
    given(joined)
      .when({ type: 'Join', ...berlin, ...free })
      .refuses({ type: 'AlreadyJoined', joined: march }))
  test('never joins after the mail went to somebody else', () =>
    given(lapsed)
      .when({ type: 'Join', ...lisbon, ...free })
      .refuses({ type: 'MailTaken' }))
  test('does not join a team that is not there', () => {
    const against = { type: 'UnknownTeam', team: 'design' } as const
    given()
      .when({ type: 'Join', ...lisbon, against })
      .refuses(against)
  })
  test('never approves their own requests', () => {
    given()
      .when({ type: 'Join', ...lisbon, approver: ana, ...free })
      .refuses({ type: 'OwnApprover' })
    given(joined)
      .when({ type: 'Move', ...berlin, approver: ana, ...free })
      .refuses({ type: 'OwnApprover' })
  })

  test('moves', () =>
    given(joined)
      .when({ type: 'Move', ...berlin, ...free })
      .yields(moved))
  test('moves there once', () =>
    given(joined, moved)
      .when({ type: 'Move', ...berlin, ...free })
      .yields())
  test('who has not joined cannot move', () =>
    given()
      .when({ type: 'Move', ...berlin, ...free })
      .refuses({ type: 'UnknownPerson', person: ana }))
  test('moves in the order of time', () =>
    given(joined, moved)
      .when({ type: 'Move', ...lisbon, ...free })
      .refuses({ type: 'TooEarly', earliest: may }))
  test('does not move to a location that is not there', () => {
    const against = { type: 'UnknownLocation', location: 'berlin' } as const
    given(joined)
      .when({ type: 'Move', ...berlin, against })
      .refuses(against)
  })
  test('who is leaving may move before the last day', () =>
    given(joined, left)
      .when({ type: 'Move', ...berlin, ...free })
      .yields(moved))
  test('who is leaving does not move after the last day', () =>
    given(joined, left)
      .when({ type: 'Move', ...berlin, from: day('2026-06-02'), ...free })
      .refuses({ type: 'AlreadyLeft', lastDay: june }))
  test('is corrected by a move on the same day', () => {
    const again: Event = { ...moved, team: 'support' }
    given(joined, moved)
      .when({ type: 'Move', ...berlin, team: 'support', ...free })
      .yields(again)
    expect(given(joined, moved, again).state).toEqual({
      status: 'employed',
      places: [lisbon, { ...berlin, team: 'support' }],
    })
  })

  test('leaves', () =>
    given(joined)
      .when({ type: 'EndEmployment', on: june, ...free })
      .yields(left))
  test('leaves once', () =>
    given(joined, left)
      .when({ type: 'EndEmployment', on: june, ...free })
      .yields())
  test('leaves on one day only', () =>
    given(joined, left)
      .when({ type: 'EndEmployment', on: may, ...free })
      .refuses({ type: 'AlreadyLeft', lastDay: june }))
  test('does not leave before joining', () =>
    given(joined)
      .when({ type: 'EndEmployment', on: day('2026-02-28'), ...free })
      .refuses({ type: 'TooEarly', earliest: march }))
  test('may leave on the first day', () =>
    given(joined)
      .when({ type: 'EndEmployment', on: march, ...free })
      .yields({ type: 'PersonLeft', on: march }))
  test('who has not joined cannot leave', () =>
    given()
      .when({ type: 'EndEmployment', on: june, ...free })
      .refuses({ type: 'UnknownPerson', person: ana }))
  test('who is an admin does not leave', () => {
    const against = { type: 'StillAdmin', person: ana } as const
    given(joined).when({ type: 'EndEmployment', on: june, against }).refuses(against)
  })

  test('who never came into being loses the mail', () => given().when({ type: 'LetMailLapse' }).yields(lapsed))
  test('loses the mail once', () => given(lapsed).when({ type: 'LetMailLapse' }).yields())
  test('who has joined keeps the mail', () =>
    given(joined).when({ type: 'LetMailLapse' }).refuses({ type: 'MailTaken' }))
})

describe('the places of a person', () => {
  const { state } = given(joined, moved)
  const teamOn = (date: string) => isKnown(state) && placeOn(state, day(date)).team
  test('hold from their first day on', () =>
    expect(['2026-02-01', '2026-03-01', '2026-04-30', '2026-05-01'].map(teamOn)).toEqual([
      'design',
      'design',
      'design',
      'sales',
    ]))
  test('are left after the last day', () =>
    expect(['2026-06-01', '2026-06-02'].map((date) => hasLeftBy(given(joined, left).state, day(date)))).toEqual([
      false,
      true,
    ]))
})

const days = fc.constantFrom(march, may, june)
const places = fc.record({
  from: days,
  team: fc.constantFrom('design', 'sales'),
  location: fc.constant('lisbon'),
  department: fc.constantFrom(null, 'board'),
  labels: fc.constantFrom([], ['first-aid', 'shift_2'], ['shift_2', 'first-aid']),
  approver: fc.constantFrom(null, ana, ben),
  against: fc.constantFrom(null, { type: 'UnknownTeam', team: 'design' } as const),
})
const commands: fc.Arbitrary<Command> = fc.oneof(
  places.map((place): Command => ({ type: 'Join', ...place })),
  places.map((place): Command => ({ type: 'Move', ...place })),
  days.map((on): Command => ({ type: 'EndEmployment', on, against: null })),
  fc.record({ type: fc.constant('LetMailLapse' as const) }),
)
const strictlyAscending = (state: State) =>
  !isKnown(state) || state.places.every(({ from }, n) => n === 0 || (state.places[n - 1]?.from ?? from) < from)
const invariants = {
  'places lie in the order of time, no day twice': strictlyAscending,
  'nobody leaves before joining': (state: State) => state.status !== 'leaving' || state.places[0].from <= state.lastDay,
  'nobody approves themselves': (state: State) =>
    !isKnown(state) || state.places.every(({ approver }) => approver !== ana),
}

describe('the laws of a person', () => {
  test.each(Object.entries(deciderLaws({ decider: person(ana), codec: personCodec, commands, invariants })))(
    '%s',
    (_law, holds) => holds(),
  )
})
