import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { CommandOf } from '../person/commands.ts'
import type { Context } from '../person/context.ts'
import { ana, context, day, hashOf, lisbon, starters as termsOf } from '../person/person.given.ts'
import { person } from '../person/person.ts'
import { starterPolicies } from '../person/starter-policies.ts'
import { STARTER_SCHEDULE, starterSchedule } from '../person/starter-schedule.ts'
import type { State as Person } from '../person/state.ts'
import { inForce } from '../time/in-force.ts'
import { commandOf } from './command-of.ts'
import { type State as Company, company } from './company.ts'
import { lacking } from './lacking.ts'
import type { Saved } from './setting.ts'
import type { Starters } from './timelines.ts'
import { knownOf, pathOf } from './told.ts'

const starters: Starters = (country) => [
  ...termsOf(country).map(({ policy, ...terms }) => ({
    ...{ kind: 'policy' as const, id: policy, isUnsaid: false },
    ...terms,
  })),
  {
    ...{ kind: 'schedule', leaveType: null, id: STARTER_SCHEDULE, version: 1 },
    ...{ document: hashOf('five-days'), isUnsaid: true },
  },
  {
    ...{ kind: 'calendar', leaveType: null, id: '', version: 0 },
    ...{ document: hashOf(country === 'PT' ? 'holidays' : 'none'), isUnsaid: country !== 'PT' },
  },
]
const [vacation] = starterPolicies('PT')
const world: Context = {
  ...context,
  documents: {
    policies: new Map(['PT', 'DE', 'v1', 'v2', 't1'].flatMap((name) => (vacation ? [[hashOf(name), vacation]] : []))),
    schedules: new Map(['five-days', 's1', 's2'].map((name) => [hashOf(name), starterSchedule])),
    calendars: new Map(['holidays', 'none', 'c1', 'c2'].map((name) => [hashOf(name), { holidays: [], closings: [] }])),
  },
}
const { decide, evolve, initial } = person(ana, world)

const days = ['2026-01-01', '2026-03-01', '2026-06-01', '2027-01-01'].map(day)
const from = fc.constantFrom(...days)
const seq = fc.integer({ min: 2, max: 9 })
const place = fc
  .record({
    team: fc.constantFrom('design', 'sales'),
    where: fc.constantFrom({ location: 'lisbon', country: 'PT' }, { location: 'berlin', country: 'DE' }),
  })
  .map(({ team, where }) => ({ ...lisbon, team, ...where, terms: termsOf(where.country) }))

type Word = CommandOf<'Start' | 'Move' | 'End'>
const start: Word = { type: 'Start', from: day('2026-01-01'), ...lisbon, seq: 1, terms: termsOf('PT') }
const word: fc.Arbitrary<Word> = fc.oneof(
  fc.record({ from, seq, place }).map(({ place, ...it }) => ({ type: 'Move' as const, ...it, ...place })),
  fc.record({ from, seq, place }).map(({ place, ...it }) => ({ type: 'Start' as const, ...it, ...place })),
  fc.record({ on: from, seq }).map((it) => ({ type: 'End' as const, ...it })),
)

const appliesTo = fc.constantFrom<Saved['appliesTo']>(
  ...[{}, {}, { teams: ['design'] }, { countries: ['DE'] }, { persons: [ana] }, { teams: ['design', 'sales'] }],
)
const kinds = [
  ...['a', 'b', 'starter-pt'].map((id) => ({ kind: 'policy', id, leaveType: 'vacation', of: ['v1', 'v2'] }) as const),
  { kind: 'policy', id: 'toil', leaveType: 'toil', of: ['t1'] } as const,
  ...['c', 'd'].map((id) => ({ kind: 'schedule', id, leaveType: null, of: ['s1', 's2'] }) as const),
  ...['lisbon', 'berlin'].map((id) => ({ kind: 'calendar', id, leaveType: null, of: ['c1', 'c2'] }) as const),
]
const saved: fc.Arbitrary<Saved> = fc.constantFrom(...kinds).chain(({ of, ...setting }) =>
  fc.record({ document: fc.constantFrom(...of.map(hashOf), null), from, appliesTo }).map((it) => ({
    ...setting,
    ...it,
    appliesTo: setting.kind === 'calendar' ? { locations: [setting.id] } : it.appliesTo,
  })),
)

type Step = { readonly saves: Saved } | { readonly says: Word } | 'tells'
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    saved.map((saves) => ({ saves })),
    word.map((says) => ({ says })),
    fc.constant('tells' as const),
  ),
  { maxLength: 14 },
)

const after = (state: Person, command: Parameters<typeof decide>[0]): Person => {
  const decided = decide(command, state)
  if (!decided.ok) throw new Error(`facts are never refused: ${decided.error.type}`)
  return decided.value.reduce(evolve, state)
}
const withSetting = (state: Company, saves: Saved): Company => {
  const decided = company.decide(
    { type: 'Save', by: ana, on: day('2026-01-01'), seen: state.settings.length, ...saves },
    state,
  )
  return decided.ok ? decided.value.reduce(company.evolve, state) : state
}
const lacksOf = (settings: Company, state: Person) => lacking(settings, pathOf(state), knownOf(state), starters)
const told = (settings: Company, state: Person): Person => lacksOf(settings, state).map(commandOf).reduce(after, state)

/** What is in force on a day of employment: the documents. Where nothing was said, what holds then. */
const heldBy = (state: Person, last: Person) => {
  const path = pathOf(last)
  const [first] = path
  const probes = days.filter((on) => first && first.from <= on)
  const policy = (leaveType: string) => state.terms.filter((one) => one.leaveType === leaveType)
  const country = (location: string) => path.findLast((one) => one.location === location)?.country ?? ''
  return probes.map((on) => ({
    on,
    vacation: inForce(policy('vacation'), on)?.document,
    toil: inForce(policy('toil'), on)?.document ?? null,
    schedule: inForce(state.timetables, on)?.document ?? hashOf('five-days'),
    calendars: path.map(({ location }) => {
      const own = state.calendars.filter((one) => one.location === location)
      return inForce(own, on)?.document ?? (country(location) === 'PT' ? undefined : hashOf('none'))
    }),
  }))
}

test('whoever is told lacks nothing, and has what whoever joins on the same day and place has, however settings were saved and places said', () =>
  fc.assert(
    fc.property(steps, (all) => {
      let [settings, here]: [Company, Person] = [company.initial, after(initial, start)]
      const said: Word[] = [start]
      for (const step of [...all, 'tells' as const]) {
        if (step === 'tells') {
          here = told(settings, here)
          expect(lacksOf(settings, here)).toEqual([])
        } else if ('saves' in step) settings = withSetting(settings, step.saves)
        else if (!said.some(({ seq }) => seq === step.says.seq)) {
          said.push(step.says)
          here = after(here, step.says)
        }
      }
      const inOrder = said.toSorted((a, b) => a.seq - b.seq)
      const newcomer = told(settings, inOrder.reduce<Person>(after, initial))
      expect(heldBy(here, here)).toEqual(heldBy(newcomer, here))
    }),
    { numRuns: RUNS },
  ))
