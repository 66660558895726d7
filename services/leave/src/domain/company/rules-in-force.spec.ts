import { FIRST_DATE } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { ana, day } from '../person/person.given.ts'
import { rule } from '../rules/rules.given.ts'
import { company, type State } from './company.ts'
import { ruleListsFor, rulesIn } from './rules-in-force.ts'
import type { Saved } from './setting.ts'

const lists = (given: Partial<Saved> = {}): Saved => ({
  kind: 'rules',
  id: 'all',
  leaveType: null,
  document: 'v1',
  from: day('2026-01-01'),
  appliesTo: {},
  ...given,
})
const having = (...saved: readonly Saved[]): State =>
  saved.reduce<State>(
    (state, one, n) =>
      company.evolve(state, { type: 'SettingSaved', by: ana, on: day('2026-01-01'), ...one, version: n + 1 }),
    company.initial,
  )
const design = { person: ana, team: 'design', location: 'lisbon', country: 'PT', from: day('2025-03-10') }

const blackout = { kind: 'blackout', days: [], counts: 'named' } as const
const peak = rule(blackout, {}, { id: 'peak' })
const fair = rule(blackout, {}, { id: 'fair' })
const later = rule({ kind: 'onlyOn', days: [] }, {}, { id: 'peak' })
const listed = (first: string, last: string | null, ...all: (readonly (typeof peak)[])[]) => ({
  from: day(first),
  until: last === null ? null : day(last),
  lists: all,
})
const brief = (...all: ReturnType<typeof listed>[]) =>
  rulesIn(all).map(({ id, rule: { kind }, when: { from, until } }) => `${id} ${kind} ${from} ${until}`)

test('the lists of a company hold by the days of leave, all that apply, the closest first', () => {
  const state = having(
    lists(),
    lists({ id: 'design', document: 'd1', appliesTo: { teams: ['design'] } }),
    lists({ document: 'v2', from: day('2027-01-01') }),
  )
  expect(ruleListsFor(state, ana, [design, { ...design, team: 'sales', from: day('2026-06-01') }])).toEqual([
    { from: FIRST_DATE, until: '2025-03-09', lists: [] },
    { from: '2025-03-10', until: '2025-12-31', lists: [] },
    { from: '2026-01-01', until: '2026-05-31', lists: ['d1', 'v1'] },
    { from: '2026-06-01', until: '2026-12-31', lists: ['v1'] },
    { from: '2027-01-01', until: null, lists: ['v2'] },
  ])
})

test('whoever is nowhere has what is for everybody, and for them by name', () => {
  const state = having(
    lists(),
    lists({ id: 'design', document: 'd1', appliesTo: { teams: ['design'] } }),
    lists({ id: 'ana', document: 'a1', appliesTo: { persons: [ana] } }),
  )
  expect(ruleListsFor(state, ana, []).at(-1)?.lists).toEqual(['a1', 'v1'])
})

test('a rule holds while a list with it does, as one', () =>
  expect(
    brief(
      listed('2026-01-01', '2026-05-31', [peak]),
      listed('2026-06-01', '2026-12-31', [fair, peak]),
      listed('2027-01-01', null, [fair]),
    ),
  ).toEqual(['fair blackout 2026-06-01 null', 'peak blackout 2026-01-01 2026-12-31']))

test('what is meant more closely stands first on every day, also where it came later', () =>
  expect(brief(listed('2026-01-01', '2026-05-31', [fair]), listed('2026-06-01', null, [peak], [fair]))).toEqual([
    'peak blackout 2026-06-01 null',
    'fair blackout 2026-01-01 null',
  ]))

test('of overlap the first rule decides, so a rule that comes to stand before another one is another from that day on', () => {
  const none = rule({ kind: 'overlap', with: null, allowed: 'none' }, {}, { id: 'none' })
  const full = rule({ kind: 'overlap', with: null, allowed: 'full' }, {}, { id: 'full' })
  expect(
    brief(listed('2026-01-01', '2026-05-31', [none, peak, full]), listed('2026-06-01', null, [full, peak, none])),
  ).toEqual([
    'full overlap 2026-06-01 null',
    'none overlap 2026-01-01 null',
    'peak blackout 2026-01-01 null',
    'full overlap 2026-01-01 2026-05-31',
  ])
})

test('a rule that changes is another from that day on', () =>
  expect(brief(listed('2026-01-01', '2026-05-31', [peak]), listed('2026-06-01', null, [later]))).toEqual([
    'peak blackout 2026-01-01 2026-05-31',
    'peak onlyOn 2026-06-01 null',
  ]))

test('of two of one id the closer meant takes the place of the other', () =>
  expect(brief(listed('2026-01-01', null, [later], [fair, peak]))).toEqual([
    'peak onlyOn 2026-01-01 null',
    'fair blackout 2026-01-01 null',
  ]))

test('a list that is saved twice is one', () => {
  const list = [peak, fair]
  expect(brief(listed('2026-01-01', null, list, list))).toEqual([
    'peak blackout 2026-01-01 null',
    'fair blackout 2026-01-01 null',
  ])
})

test('a rule’s own days stay', () => {
  const own = rule(blackout, { from: day('2026-03-01'), until: day('2026-09-01') })
  expect(brief(listed('2026-01-01', '2026-05-31', [own]), listed('2026-06-01', null, [own]))).toEqual([
    'rule blackout 2026-03-01 2026-09-01',
  ])
})
