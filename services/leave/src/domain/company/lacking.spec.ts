import type { LocalDate, PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { company, type State } from './company.ts'
import { type Known, lacking, type Path } from './lacking.ts'
import type { Saved } from './setting.ts'

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
const told = (known: readonly Known[], state: State, path: Path = [lisbon]): readonly Known[] => [
  ...known,
  ...lacking(state, path, known).map(({ version, ...one }) => one),
]
const brief = (state: State, path: Path = [lisbon], known: readonly Known[] = []) =>
  lacking(state, path, known).map(({ kind, key, from, document }) => `${kind} ${key} ${from} ${document}`)

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
    expect(brief(state, [lisbon], told([], state))).toEqual([])
  })

  test('is what a later word changed, and no more', () => {
    const before = having(policy({}), schedule({ document: 's1' }))
    const after = having(policy({}), schedule({ document: 's1' }), policy({ document: 'v2', from: day('2026-07-01') }))
    expect(brief(after, [lisbon], told([], before))).toEqual(['policy vacation 2026-07-01 v2'])
  })

  test('follows a move', () => {
    const state = having(
      policy({ id: 'pt', document: 'pt', appliesTo: { countries: ['PT'] } }),
      policy({ id: 'de', document: 'de', appliesTo: { countries: ['DE'] } }),
    )
    expect(brief(state, [lisbon, berlin])).toEqual(['policy vacation 2026-01-01 pt', 'policy vacation 2026-06-01 de'])
  })

  test('is the end of a policy that nothing replaces', () => {
    const state = having(policy({}), policy({ document: null, from: day('2027-01-01') }))
    expect(brief(state)).toEqual(['policy vacation 2026-01-01 v1', 'policy vacation 2027-01-01 null'])
  })

  test('leaves alone what no setting speaks of', () => {
    const starter: Known = { kind: 'policy', key: 'vacation', from: day('2025-03-10'), id: 'starter-pt', document: 'x' }
    const state = having(policy({ from: day('2026-07-01') }))
    expect(brief(state, [lisbon], [starter])).toEqual(['policy vacation 2026-07-01 v1'])
    expect(brief(having(), [lisbon], [starter])).toEqual([])
  })

  test('overrides what was told for a later day, where a later word is for an earlier one', () => {
    const before = having(policy({}), policy({ document: 'july', from: day('2026-07-01') }))
    const after = having(
      policy({}),
      policy({ document: 'july', from: day('2026-07-01') }),
      policy({ document: 'v3', from: day('2026-02-01') }),
    )
    expect(brief(after, [lisbon], told([], before))).toEqual([
      'policy vacation 2026-02-01 v3',
      'policy vacation 2026-07-01 v3',
    ])
  })

  test('is nothing for somebody who was never employed', () => {
    expect(brief(having(policy({})), [])).toEqual([])
  })
})
