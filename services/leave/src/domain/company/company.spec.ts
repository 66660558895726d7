import type { LocalDate, PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { type Command, company, type State } from './company.ts'
import { inForce, leaveTypesIn, turningDays } from './in-force.ts'
import type { AppliesTo } from './setting.ts'

const hr = 'hr' as PersonId
const day = (text: string) => text as LocalDate
const save = (given: Partial<Command> & { from?: LocalDate }): Command => ({
  type: 'Save',
  by: hr,
  on: day('2026-03-01'),
  seen: 0,
  kind: 'policy',
  id: 'vacation',
  leaveType: 'vacation',
  document: 'hash-1',
  from: day('2026-01-01'),
  appliesTo: {},
  ...given,
})
const having = (...commands: readonly Partial<Command>[]): State =>
  commands.reduce<State>((state, given, n) => {
    const done = company.decide(save({ seen: n, ...given }), state)
    if (!done.ok) throw new Error(done.error.type)
    return done.value.reduce(company.evolve, state)
  }, company.initial)

describe('the settings of a company', () => {
  test('are numbered as they are saved', () => {
    expect(having({}, { document: 'hash-2' }).settings.map(({ version }) => version)).toEqual([1, 2])
  })

  test('saved again as they are say nothing', () => {
    expect(company.decide(save({ seen: 7 }), having({}))).toEqual({ ok: true, value: [] })
  })

  test('are not saved over what somebody else has saved meanwhile', () => {
    expect(company.decide(save({ document: 'hash-2' }), having({}))).toEqual({
      ok: false,
      error: { type: 'SettingsMoved', seen: 0, version: 1 },
    })
  })

  test('end only where they began', () => {
    expect(company.decide(save({ document: null }), company.initial)).toEqual({
      ok: false,
      error: { type: 'UnknownSetting', kind: 'policy', setting: 'vacation' },
    })
  })

  test.each<AppliesTo>([{ locations: ['berlin'] }, { locations: ['lisbon', 'berlin'] }, { teams: ['design'] }])(
    'are calendars of one location, and not for %j',
    (appliesTo) => {
      const calendar = save({ kind: 'calendar', id: 'lisbon', leaveType: null, appliesTo })
      expect(company.decide(calendar, company.initial)).toEqual({
        ok: false,
        error: { type: 'CalendarOfLocation', setting: 'lisbon' },
      })
    },
  )

  test('keep their leave type', () => {
    expect(company.decide(save({ seen: 1, leaveType: 'sick' }), having({}))).toEqual({
      ok: false,
      error: { type: 'OtherLeaveType', setting: 'vacation', leaveType: 'vacation' },
    })
  })
})

describe('what is in force for somebody', () => {
  const ana = { person: 'ana' as PersonId, team: 'design', location: 'lisbon', country: 'PT' }
  const on = (state: State, date: string) => inForce(state, 'policy', 'vacation', ana, day(date))?.document

  test('is what was saved for the day, and nothing before', () => {
    const state = having({ from: day('2026-02-01') })
    expect([on(state, '2026-01-31'), on(state, '2026-02-01')]).toEqual([undefined, 'hash-1'])
  })

  test('is the later word, though it was said for an earlier day', () => {
    const state = having({ from: day('2026-07-01'), document: 'july' }, { from: day('2026-01-01'), document: 'new' })
    expect([on(state, '2026-03-01'), on(state, '2026-08-01')]).toEqual(['new', 'new'])
  })

  test('ends where it was ended', () => {
    const state = having({}, { document: null, from: day('2027-01-01') })
    expect([on(state, '2026-12-31'), on(state, '2027-01-01')]).toEqual(['hash-1', undefined])
  })

  const wide: readonly AppliesTo[] = [
    {},
    { countries: ['PT'] },
    { locations: ['lisbon'] },
    { teams: ['design'] },
    { persons: [ana.person] },
  ]
  test.each(wide.slice(1).map((closer, n) => [wide[n], closer]))(
    'is, of %j and %j, the closer one',
    (wider, closer) => {
      const state = having(
        { id: 'b-closer', document: 'closer', ...(closer && { appliesTo: closer }) },
        { id: 'a-wider', document: 'wider', ...(wider && { appliesTo: wider }) },
      )
      expect(on(state, '2026-05-01')).toBe('closer')
    },
  )

  test.each<AppliesTo>([
    { persons: [] },
    { teams: ['sales'] },
    { locations: ['berlin'] },
    { countries: ['DE'] },
    { teams: ['design'], countries: ['DE'] },
  ])('is never what is for %j', (appliesTo) => {
    expect(on(having({ appliesTo }), '2026-05-01')).toBeUndefined()
  })

  test('changes on known days only', () => {
    const state = having({ from: day('2026-07-01') }, { from: day('2026-01-01'), document: 'new' })
    expect(turningDays(state)).toEqual(['2026-01-01', '2026-07-01'])
    expect(leaveTypesIn(state)).toEqual(['vacation'])
  })
})
