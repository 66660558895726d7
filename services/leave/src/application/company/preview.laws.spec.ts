import { stoppedClock } from '@awayday/clock'
import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { effectBetween } from '#domain/company/effect-of.ts'
import { daysTold } from '#domain/company/notice.ts'
import type { Documents } from '#domain/person/documents.ts'
import { day, furnished, metaOf, type Office, settled } from '#testing/office.ts'
import { RUNS } from '#testing/runs.ts'
import { approve, ask, type Setting, settingWish } from '#testing/settings.ts'
import { type Told, tellPerson } from '../person-stream.ts'
import { lacksOf } from './bring-up-to-date.ts'
import { tellCompany } from './company-stream.ts'
import { type Affected, previewSetting } from './preview-setting.ts'
import { saveSetting } from './save-setting.ts'

const today = day('2026-05-04')
let offices = 0
const anOffice = async (): Promise<Office> => {
  const clock = stoppedClock(`${today}T08:00:00.000Z`)
  const secret = 'a secret for laws about settings'
  const world = await compose({ AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: secret }, { clock })
  const office = await furnished(world, clock, `preview-${++offices}`)
  await approve(office, office.ben, office.ana, await ask(office, office.ana, '2026-06-01', '2026-06-12'))
  await ask(office, office.ana, '2026-07-01', '2026-07-03')
  await ask(office, office.dora, '2026-12-30', '2027-01-05')
  return office
}

const from = fc.constantFrom('2026-01-01', '2026-05-01', '2026-06-05', '2026-07-02', '2027-01-01')
const scope = fc.constantFrom('all', 'teams', 'locations', 'countries', 'persons', 'others')
const policy = fc.record({
  leaveType: fc.constant('vacation'),
  unit: fc.constantFrom('day', 'day', 'hour'),
  counting: fc.record({ days: fc.constantFrom('working', 'calendar') }),
  entitlement: fc.record({
    plan: fc.record({
      stages: fc.tuple(fc.record({ amount: fc.integer({ min: 0, max: 40 }) })),
      frequency: fc.constantFrom('yearly', 'monthly'),
    }),
  }),
})
const schedule = fc.constantFrom(
  'mon-fri',
  { 'mon-thu': 8 },
  { mon: 'am', 'tue-fri': 6 },
  { weeks: [{ 'mon-wed': 8 }, { 'wed-fri': 8 }], anchor: '2026-01-05' },
)
const holidays = fc.uniqueArray(fc.constantFrom('2026-06-01', '2026-06-04', '2026-06-10', '2026-07-02', '2027-01-01'))
const setting = fc.oneof(
  fc.record({ kind: fc.constant('policy' as const), id: fc.constantFrom('a', 'b'), document: policy, from, scope }),
  fc.record({ kind: fc.constant('schedule' as const), id: fc.constantFrom('c', 'd'), document: schedule, from, scope }),
  fc.record({
    kind: fc.constant('calendar' as const),
    id: fc.constant('lisbon'),
    document: holidays.map((all) => ({ holidays: all.map((date) => ({ date, name: 'A feast' })) })),
    from,
    scope: fc.constant('locations' as const),
  }),
  fc.record({
    kind: fc.constantFrom('policy' as const, 'schedule' as const),
    id: fc.constantFrom('a', 'c'),
    document: fc.constant(null),
    from,
    scope,
  }),
)

const meantFor = ({ ana, dora }: Office, to: 'all' | 'teams' | 'locations' | 'countries' | 'persons' | 'others') =>
  ({
    all: {},
    teams: { teams: ['design'] },
    locations: { locations: ['lisbon'] },
    countries: { countries: ['PT'] },
    persons: { persons: [ana.person, dora.person] },
    others: { persons: ['nobody' as PersonId] },
  })[to]

const everybody = async (office: Office): Promise<readonly Told[]> =>
  Promise.all(
    [office.ana, office.ben, office.clara, office.dora].map(({ person }) =>
      tellPerson(office.world, office.tenant, person),
    ),
  )

const both = ({ shelf: { documents: a } }: Told, { shelf: { documents: b } }: Told): Documents => ({
  policies: new Map([...a.policies, ...b.policies]),
  schedules: new Map([...a.schedules, ...b.schedules]),
  calendars: new Map([...a.calendars, ...b.calendars]),
})

const byPerson = (all: readonly Affected[]) => all.toSorted((a, b) => (a.person < b.person ? -1 : 1))

test(
  'what a preview says is what then happens, figure by figure, whatever is set up in whichever order',
  { timeout: 600_000 },
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(setting, { minLength: 1, maxLength: 4 }), async (settings) => {
        const office = await anOffice()
        for (const { scope: to, ...given } of settings) {
          const input = await settingWish(office, { ...given, appliesTo: meantFor(office, to) } as Setting)
          const [actor, before] = [office.clara, await everybody(office)]
          const previewed = await previewSetting(office.world)({ actor, input })
          const meta = metaOf(office, `setting ${input.seen} ${JSON.stringify(given)}`, { actor: actor.person })
          const saved = await saveSetting(office.world)({ actor, meta, input })
          expect(previewed.ok).toBe(saved.ok)
          if (!previewed.ok) continue
          await settled(office)
          const after = await everybody(office)
          const happened = before.flatMap((was, n): readonly Affected[] => {
            const is = after[n]
            if (!is) return []
            const effect = effectBetween(was.state, is.state, { documents: both(was, is) }, daysTold(today))
            return effect.balances.length + effect.leaves.length > 0 ? [{ person: was.state.owner, ...effect }] : []
          })
          expect(byPerson(previewed.value.affected)).toEqual(byPerson(happened))
          const company = await tellCompany(office.world, office.tenant)
          for (const { state } of after) expect(await lacksOf(office.world, company, state)).toEqual([]) // all is told
        }
      }),
      { numRuns: RUNS / 50 },
    ),
)
