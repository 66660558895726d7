import { describe, expect, test } from 'vitest'
import type { CommandOf } from './commands.ts'
import type { Entry, ImportedLeave } from './entries.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  clara,
  context,
  datesOf,
  day,
  declined,
  employed,
  given,
  range,
  requested,
  today,
} from './person.given.ts'
import { person } from './person.ts'

const monday = range('2026-03-02')
const leave = (different: Partial<ImportedLeave> = {}): Entry => ({
  kind: 'leave',
  request: 'r1',
  leaveType: 'vacation',
  dates: datesOf(monday),
  status: 'approved',
  askedOn: today,
  decidedBy: ben,
  decidedOn: null,
  sick: null,
  free: false,
  ...different,
})
const bring = (entries: readonly Entry[], as: readonly string[] = ['admin']): CommandOf<'Import'> => ({
  type: 'Import',
  entries,
  by: clara,
  on: today,
  as,
})
/** What is known of leave once it was brought in. */
const leavesOf = (command: CommandOf<'Import'>) => {
  const decided = person(ana, context).decide(command, given(...employed).state)
  if (!decided.ok) throw new Error(decided.error.type)
  return factsOf(given(...employed, ...decided.value).state, context.documents).leaves
}
const asked = [requested('r1', monday)] as const
const imported = (entries = 1): Event => ({ type: 'Imported', entries, by: clara, on: today })

describe('what an admin brings in', () => {
  test.each<[ImportedLeave['status'], readonly Event[]]>([
    ['pending', []],
    ['approved', [approved('r1')]],
    ['declined', [declined('r1')]],
    ['cancelled', [approved('r1'), cancelled('r1', ben)]],
  ])('is %s leave, by the events that would have happened', (status, events) =>
    given(...employed)
      .when(bring([leave({ status })]))
      .yields(imported(), ...asked, ...events),
  )

  test('is leave beyond the balance and the notice too', () =>
    given(...employed)
      .when(bring([leave({ dates: datesOf(range('2026-03-02', '2026-03-13')) })]))
      .yields(imported(), requested('r1', range('2026-03-02', '2026-03-13')), approved('r1')))

  test('is known when it comes again', () => {
    given(...employed, ...asked, approved('r1'))
      .when(bring([leave()]))
      .yields()
    given(...employed, ...asked, approved('r1'))
      .when(bring([leave({ status: 'cancelled' })]))
      .refuses({ type: 'ImportedOtherwise', id: 'r1' })
  })

  test('is refused whole where one of it is', () =>
    given(...employed)
      .when(bring([leave(), leave({ request: 'r2' })]))
      .refuses({ type: 'Overlaps', request: 'r1', ...monday }))

  test('is leave of another on the same day, where one takes nothing', () =>
    given(...employed)
      .when(bring([leave({ status: 'declined' }), leave({ request: 'r2' })]))
      .yields(imported(2), ...asked, declined('r1'), requested('r2', monday), approved('r2')))

  test('lies on a working day within employment, unless it is said to cost nothing', () => {
    const sunday = datesOf(range('2026-03-01'))
    given(...employed)
      .when(bring([leave({ dates: sunday })]))
      .refuses({ type: 'NoWorkingDay', ...range('2026-03-01') })
    given(...employed)
      .when(bring([leave({ dates: sunday, free: true, status: 'pending' })]))
      .yields(imported(), requested('r1', range('2026-03-01')))
    given(...employed)
      .when(bring([leave({ dates: datesOf(range('2023-12-29')) })]))
      .refuses({ type: 'NotEmployed', on: day('2023-12-29') })
  })

  test('is leave that waited while sickness fell into it, without the days that it gave back', () => {
    const week = datesOf(range('2026-03-02', '2026-03-03'))
    const sick = leave({
      request: 's1',
      leaveType: 'sick',
      dates: datesOf(monday),
      decidedOn: today,
      sick: { certificate: { first: monday.first, last: monday.last } },
    })
    const tuesday = leavesOf(bring([sick, leave({ dates: week, decidedOn: today })])).at(-1)
    expect(tuesday?.charges).toEqual([{ day: day('2026-03-03'), part: 'whole', unit: 'day', n: 10_000 }])
    const later = leave({ dates: week, askedOn: day('2026-05-05') })
    given(...employed)
      .when(bring([sick, later]))
      .refuses({ type: 'Overlaps', request: 's1', ...monday })
  })

  test('is for admins alone', () =>
    given(...employed)
      .when(bring([leave()], ['employee', 'approver']))
      .refuses({ type: 'NotYours', person: ana }))
})

const credit = (different: Partial<Extract<Entry, { kind: 'credit' }>> = {}): Entry => ({
  kind: 'credit',
  credit: 'c1',
  leaveType: 'vacation',
  source: 'correction',
  n: -100_000,
  from: day('2026-01-01'),
  until: null,
  on: day('2026-01-02'),
  override: false,
  ...different,
})
const credited = (overridden: boolean): Event => ({
  type: 'Credited',
  credit: 'c1',
  leaveType: 'vacation',
  source: 'correction',
  n: -100_000,
  from: day('2026-01-01'),
  until: null,
  overridden,
  note: null,
  by: clara,
  on: day('2026-01-02'),
})

describe('a credit that is brought in', () => {
  test('is held to the floor, unless it was so', () => {
    expect(() =>
      given(...employed)
        .when(bring([credit()]))
        .yields(imported(), credited(false)),
    ).toThrow()
    given(...employed)
      .when(bring([credit({ override: true })]))
      .yields(imported(), credited(true))
  })

  test('may be of a type that nothing is counted of here, if it was so', () => {
    const parental = { leaveType: 'parental', n: 10_000, source: 'opening' } as const
    given(...employed)
      .when(bring([credit(parental)]))
      .refuses({ type: 'NoBalance', leaveType: 'parental', on: day('2026-01-01') })
    given(...employed)
      .when(bring([credit({ ...parental, override: true })]))
      .yields(imported(), { ...credited(true), ...parental } as Event)
  })

  test('is known when it comes again', () => {
    given(...employed, credited(true))
      .when(bring([credit()]))
      .yields()
    given(...employed, credited(true))
      .when(bring([credit({ n: -90_000 })]))
      .refuses({ type: 'ImportedOtherwise', id: 'c1' })
  })
})
