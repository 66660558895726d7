import type { LocalDate, PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { company, type State } from './company.ts'
import { type Known, lacking } from './lacking.ts'
import type { Saved } from './setting.ts'
import { starters } from './starters.given.ts'
import type { Path } from './timelines.ts'

const ana = 'ana' as PersonId
const day = (text: string) => text as LocalDate
const policy = (given: Partial<Saved>): Saved => ({
  kind: 'policy',
  id: 'vacation',
  leaveType: 'vacation',
  document: 'v1',
  from: day('2026-01-01'),
  appliesTo: {},
  ...given,
})
const schedule = (given: Partial<Saved>) => policy({ kind: 'schedule', id: 'full', leaveType: null, ...given })
const calendar = (given: Partial<Saved>) => policy({ kind: 'calendar', id: 'lisbon', leaveType: null, ...given })

const having = (...saved: readonly Saved[]): State =>
  saved.reduce<State>(
    (state, one, n) =>
      company.evolve(state, { type: 'SettingSaved', by: ana, on: day('2026-01-01'), ...one, version: n + 1 }),
    company.initial,
  )

const lisbon = { person: ana, team: 'design', location: 'lisbon', country: 'PT', from: day('2025-03-10') }
const berlin = { ...lisbon, location: 'berlin', country: 'DE', from: day('2026-06-01') }
const ever = '1900-01-01'
/** What every newcomer has, as a fact of the day they came, and as the calendar of their location. */
const newcomer: readonly Known[] = [
  { kind: 'policy', key: 'vacation', from: lisbon.from, id: 'starter-pt', document: 'vacation-PT' },
  { kind: 'calendar', key: 'lisbon', from: day(ever), id: 'lisbon', document: 'holidays-PT' },
]
const told = (state: State, path: Path = [lisbon], known: readonly Known[] = newcomer): readonly Known[] => [
  ...known,
  ...lacking(state, path, known, starters).map(({ version, ...one }) => one),
]
const brief = (state: State, path: Path = [lisbon], known: readonly Known[] = newcomer) =>
  lacking(state, path, known, starters).map(({ kind, key, from, document }) => `${kind} ${key} ${from} ${document}`)

describe('what somebody lacks of the settings of the company', () => {
  test('is every setting that holds for them, from the day it does', () => {
    const state = having(policy({}), schedule({ document: 's1' }), calendar({ document: 'c1' }))
    expect(brief(state)).toEqual([
      'policy vacation 2026-01-01 v1',
      'schedule  2026-01-01 s1',
      'calendar lisbon 2026-01-01 c1',
    ])
  })

  test('begins with their employment, if the setting is older', () => {
    expect(brief(having(policy({ from: day('2020-01-01') })))).toEqual(['policy vacation 2025-03-10 v1'])
  })

  test('is nothing once it was told', () => {
    const state = having(policy({}), schedule({ document: 's1' }), calendar({ document: 'c1' }))
    expect(brief(state, [lisbon], told(state))).toEqual([])
  })

  test('is what a later word changed, and no more', () => {
    const before = having(policy({}), schedule({ document: 's1' }))
    const after = having(policy({}), schedule({ document: 's1' }), policy({ document: 'v2', from: day('2026-07-01') }))
    expect(brief(after, [lisbon], told(before))).toEqual(['policy vacation 2026-07-01 v2'])
  })

  test('follows a move', () => {
    const state = having(
      policy({ id: 'pt', document: 'pt', appliesTo: { countries: ['PT'] } }),
      policy({ id: 'de', document: 'de', appliesTo: { countries: ['DE'] } }),
    )
    expect(brief(state, [lisbon, berlin])).toEqual([
      'policy vacation 2026-01-01 pt',
      'policy vacation 2026-06-01 de',
      'calendar berlin 1900-01-01 holidays-DE',
    ])
  })

  test('is the starter’s of the country, where no setting says anything yet, or any more', () => {
    expect(brief(having(), [lisbon], [])).toEqual([
      'policy vacation 2025-03-10 vacation-PT',
      'calendar lisbon 1900-01-01 holidays-PT',
    ])
    const until = { document: null, from: day('2027-01-01') }
    const state = having(
      policy({}),
      policy(until),
      schedule({ document: 's1' }),
      schedule(until),
      calendar({ document: 'c1' }),
      calendar(until),
    )
    expect(brief(state)).toEqual([
      'policy vacation 2026-01-01 v1',
      'policy vacation 2027-01-01 vacation-PT',
      'schedule  2026-01-01 s1',
      'schedule  2027-01-01 five-days',
      'calendar lisbon 2026-01-01 c1',
      'calendar lisbon 2027-01-01 holidays-PT',
    ])
  })

  test('is the starter’s for whoever leaves the group that a setting is for', () => {
    const state = having(
      policy({ appliesTo: { teams: ['design'] } }),
      schedule({ document: 's1', appliesTo: { teams: ['design'] } }),
    )
    expect(brief(state, [lisbon, { ...lisbon, team: 'sales', from: day('2026-06-01') }])).toEqual([
      'policy vacation 2026-01-01 v1',
      'policy vacation 2026-06-01 vacation-PT',
      'schedule  2026-01-01 s1',
      'schedule  2026-06-01 five-days',
    ])
  })

  test('is the end of a policy of a leave type that nobody starts with', () => {
    const toil = { id: 'toil', leaveType: 'toil' }
    const state = having(policy(toil), policy({ ...toil, document: null, from: day('2027-01-01') }))
    expect(brief(state)).toEqual(['policy toil 2026-01-01 v1', 'policy toil 2027-01-01 null'])
  })

  test('is the earlier version again for whoever never moved away after all', () => {
    const state = having(
      policy({ appliesTo: { teams: ['design'] } }),
      policy({ document: 'v2', from: day('2027-01-01'), appliesTo: { teams: ['design'] } }),
    )
    const moved = told(state, [lisbon, { ...lisbon, team: 'sales', from: day('2026-06-01') }])
    const corrected = [lisbon, { ...lisbon, from: day('2026-06-01') }]
    expect(lacking(state, corrected, moved, starters)).toEqual([
      { kind: 'policy', key: 'vacation', from: '2026-06-01', id: 'vacation', version: 1, document: 'v1' },
      { kind: 'policy', key: 'vacation', from: '2027-01-01', id: 'vacation', version: 2, document: 'v2' },
    ])
  })

  test('is nothing where a starter gave something in an earlier version of the product', () => {
    const starter: Known = { kind: 'policy', key: 'vacation', from: lisbon.from, id: 'starter-pt', document: 'earlier' }
    const known = [starter, ...newcomer.slice(1)]
    expect(brief(having(policy({ from: day('2026-07-01') })), [lisbon], known)).toEqual([
      'policy vacation 2026-07-01 v1',
    ])
    expect(brief(having(), [lisbon], known)).toEqual([])
  })

  test('is of several settings, as closely meant, the one that was saved last', () =>
    expect(brief(having(policy({ id: 'a', document: 'first' }), policy({ id: 'b', document: 'last' })))).toEqual([
      'policy vacation 2026-01-01 last',
    ]))

  test('begins, for calendars, with the day from which the company has its own', () =>
    expect(brief(having(calendar({ document: 'c1', from: day('2027-01-01') })))).toEqual([
      'calendar lisbon 2027-01-01 c1',
    ]))

  test('overrides what was told for a later day, where a later word is for an earlier one', () => {
    const before = having(policy({}), policy({ document: 'july', from: day('2026-07-01') }))
    const after = having(
      policy({}),
      policy({ document: 'july', from: day('2026-07-01') }),
      policy({ document: 'v3', from: day('2026-02-01') }),
    )
    expect(brief(after, [lisbon], told(before))).toEqual([
      'policy vacation 2026-02-01 v3',
      'policy vacation 2026-07-01 v3',
    ])
  })

  test('is nothing for somebody who was never employed', () => {
    expect(brief(having(policy({})), [])).toEqual([])
  })
})
