import type { LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { notEmployedOn, periods, placeOn } from './employment.ts'
import { ana, ben, day, dora, given, lisbon, started } from './person.given.ts'
import { person } from './person.ts'
import { starterTerms } from './starter-terms.ts'
import { type State, termsOn } from './state.ts'

const berlin = { team: 'design', location: 'berlin', country: 'DE', zone: 'Europe/Berlin', approver: dora }
const join: Command = { type: 'Start', from: day('2024-03-01'), ...lisbon, seq: 100 }
const toBerlin: Command = { type: 'Move', from: day('2025-06-01'), ...berlin, seq: 200 }
const leave: Command = { type: 'End', on: day('2026-12-31'), seq: 400 }
const termsIn = (country: string, from: string) =>
  starterTerms(country, day(from)).map((terms) => ({ type: 'TermsApplied' as const, ...terms }))

describe('what the directory says', () => {
  test('about a start brings the terms of the country', () =>
    given()
      .when(join)
      .yields(started('2024-03-01'), ...termsIn('PT', '2024-03-01')))

  test('about a move brings the terms of the new country, from its day on', () =>
    given(started('2024-03-01'), ...termsIn('PT', '2024-03-01'))
      .when(toBerlin)
      .yields(
        { type: 'EmploymentMoved', from: day('2025-06-01'), ...berlin, seq: 200 },
        ...termsIn('DE', '2025-06-01'),
      ))

  test('about an end is noted even before the start is known', () =>
    given()
      .when(leave)
      .yields({ type: 'EmploymentEnded', on: day('2026-12-31'), seq: 400 }))

  test('about a start brings no terms where a later word about that day is known', () =>
    given({ type: 'EmploymentMoved', from: day('2024-03-01'), ...berlin, seq: 150 })
      .when(join)
      .yields(started('2024-03-01')))

  test('about an earlier version of the same day says nothing', () =>
    given({ type: 'EmploymentMoved', from: day('2025-06-01'), ...berlin, seq: 250 })
      .when(toBerlin)
      .yields())
})

describe('terms', () => {
  test.each([
    ['PT', 220_000],
    ['DE', 280_000],
    ['US', 150_000],
    ['NO', 200_000],
    ['constructor', 200_000],
  ])('of %s', (country, n) =>
    expect(starterTerms(country, day('2026-01-01')).map(({ yearly }) => yearly)).toEqual([{ unit: 'day', n }]),
  )
})

/** All that the directory ever said about Ana: a correction of the first day's place, two moves, an end, a return. */
const words: readonly Command[] = [
  join,
  { type: 'Move', from: day('2024-03-01'), ...lisbon, approver: dora, seq: 150 },
  toBerlin,
  { type: 'Move', from: day('2025-06-01'), ...berlin, approver: ben, seq: 300 },
  leave,
  { type: 'Start', from: day('2028-01-01'), ...lisbon, seq: 500 },
]

const told = (commands: readonly Command[]): State => {
  const { initial, decide, evolve } = person(ana)
  return commands.reduce((state, command) => {
    const decided = decide(command, state)
    return decided.ok ? decided.value.reduce(evolve, state) : state
  }, initial)
}

const known = (state: State) => ({
  periods: periods(state.employment),
  places: [...probes].map((on) => placeOn(state.employment, on)),
  terms: [...probes].map((on) => termsOn(state, 'vacation', on)?.yearly),
})
const probes = ['2024-02-01', '2024-03-01', '2025-05-31', '2025-06-01', '2027-01-01', '2028-01-01'].map(day)

describe('the employment', () => {
  test('is the same whatever order the words come in, and however often', () => {
    const inOrder = known(told(words))
    expect(inOrder.periods).toEqual([
      { from: '2024-03-01', until: '2026-12-31' },
      { from: '2028-01-01', until: null },
    ])
    expect(inOrder.places.map((place) => place?.approver)).toEqual([dora, dora, dora, ben, ben, ben])
    const deliveries = fc
      .array(fc.constantFrom(...words), { maxLength: 12 })
      .chain((again) => fc.shuffledSubarray([...words, ...again], { minLength: words.length + again.length }))
    fc.assert(
      fc.property(deliveries, (delivered) => {
        expect(known(told(delivered))).toEqual(inOrder)
      }),
    )
  })

  test('has no day between its last and its next', () => {
    const { employment } = told(words)
    const gap = (first: string, last: string): LocalDate | undefined => notEmployedOn(employment, day(first), day(last))
    expect([gap('2026-12-30', '2026-12-31'), gap('2026-12-31', '2027-01-01'), gap('2027-12-31', '2028-01-01')]).toEqual(
      [undefined, '2027-01-01', '2027-12-31'],
    )
  })
})
