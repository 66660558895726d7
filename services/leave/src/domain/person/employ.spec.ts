import type { LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inForce } from '../time/in-force.ts'
import type { Command } from './commands.ts'
import { notEmployedOn, periods, placeOn } from './employment.ts'
import { ana, ben, context, day, dora, given, hashOf, lisbon, started, starters } from './person.given.ts'
import { person } from './person.ts'
import { starterPolicies } from './starter-policies.ts'
import type { State } from './state.ts'

const berlin = {
  team: 'design',
  location: 'berlin',
  country: 'DE',
  zone: 'Europe/Berlin',
  department: 'sales',
  labels: ['first-aid'],
  approver: dora,
}
const join: Command = { type: 'Start', from: day('2024-03-01'), ...lisbon, terms: starters('PT'), seq: 100 }
const toBerlin: Command = { type: 'Move', from: day('2025-06-01'), ...berlin, terms: starters('DE'), seq: 200 }
const leave: Command = { type: 'End', on: day('2026-12-31'), seq: 400 }
const assigned = { policy: 'ours', version: 7, leaveType: 'vacation', document: hashOf('US') }
const termsIn = (country: string, from: string) =>
  starters(country).map((terms) => ({ type: 'TermsApplied' as const, ...terms, from: day(from) }))

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

  test('about a move leaves people under a policy of the company', () => {
    const own = { type: 'TermsApplied', ...assigned, from: day('2025-01-01') } as const
    given(started('2024-03-01'), ...termsIn('PT', '2024-03-01'), own)
      .when(toBerlin)
      .yields({ type: 'EmploymentMoved', from: day('2025-06-01'), ...berlin, seq: 200 })
  })

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
    expect(starterPolicies(country).map(({ entitlement }) => entitlement?.plan?.stages[0]?.amount)).toEqual([n]),
  )
})

/** All that the directory ever said about Ana: a correction of the first day's place, two moves, an end, a return. */
const words: readonly Command[] = [
  join,
  { type: 'Move', from: day('2024-03-01'), ...lisbon, terms: starters('PT'), approver: dora, seq: 150 },
  toBerlin,
  { type: 'Move', from: day('2025-06-01'), ...berlin, terms: starters('DE'), approver: ben, seq: 300 },
  leave,
  { type: 'Start', from: day('2028-01-01'), ...lisbon, terms: starters('PT'), seq: 500 },
]

const told = (commands: readonly Command[]): State => {
  const { initial, decide, evolve } = person(ana, context)
  return commands.reduce((state, command) => {
    const decided = decide(command, state)
    return decided.ok ? decided.value.reduce(evolve, state) : state
  }, initial)
}

const known = (state: State) => ({
  periods: periods(state.employment).map(({ from, until }) => ({ from, until })),
  places: [...probes].map((on) => placeOn(state.employment, on)),
  terms: [...probes].map((on) => inForce(state.terms, on)?.document),
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
