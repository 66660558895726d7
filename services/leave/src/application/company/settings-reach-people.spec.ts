import { stoppedClock } from '@awayday/clock'
import { days, type PersonId } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { balanceOf } from '#domain/ledger/ledger-of.ts'
import { amountOf } from '#domain/person/amount-of.ts'
import { requestOf } from '#domain/person/state.ts'
import { day, furnished, joins, type Office, settled, told } from '#testing/office.ts'
import { approve, ask, type Setting, save } from '#testing/settings.ts'
import { tellPerson } from '../person-stream.ts'
import { notices } from './notices.ts'

let offices = 0
let office: Office
beforeEach(async () => {
  const clock = stoppedClock('2026-05-04T08:00:00.000Z')
  const world = await compose(
    { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: 'a secret for what companies set up' },
    { clock },
  )
  office = await furnished(world, clock, `reached-${++offices}`)
})

const thirtyDays: Setting = {
  kind: 'policy',
  id: 'generous',
  document: { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30 }] } } },
}
const fourDays: Setting = { kind: 'schedule', id: 'four-days', document: { 'mon-thu': 8 } }
const calendarOf = (...holidays: readonly string[]): Setting => ({
  kind: 'calendar',
  id: 'lisbon',
  document: { holidays: holidays.map((date) => ({ date, name: 'A feast' })) },
  appliesTo: { locations: ['lisbon'] },
})
const eve = 'eve' as PersonId
const joined = (person: PersonId, from = '2026-01-01') =>
  joins(office, { ...office.dora, person }, office.ben.person, from)

const granted = async (person: PersonId, on = '2026-12-31') =>
  balanceOf((await tellPerson(office.world, office.tenant, person)).facts, 'vacation', day(on)).granted
const costOf = async (request: string) => {
  const { state } = await tellPerson(office.world, office.tenant, office.ana.person)
  return amountOf(requestOf(state, request)?.charges ?? []).n
}

/** The directory says that Ana works in other teams from some days on; of two words for one day the one with the higher number holds. */
const anaMoves = () => ({
  move: (n: number, from: string, team: string) =>
    told(office, `person/${office.ana.person}@${n}.0`, {
      type: 'PersonMoved',
      person: office.ana.person,
      from: day(from),
      team,
      location: 'lisbon',
      country: 'PT',
      zone: 'Europe/Lisbon',
      department: null,
      labels: [],
      approver: null,
    }),
  inForceOn: async (on: string) => {
    const { state } = await tellPerson(office.world, office.tenant, office.ana.person)
    return state.terms.findLast(({ from }) => from <= day(on))?.policy
  },
})

describe('a policy that is saved', () => {
  test('reaches everybody', async () => {
    await save(office, thirtyDays)
    expect(await granted(office.ana.person)).toBe(220_000)
    await settled(office)
    expect(await Promise.all([office.ana, office.ben, office.clara].map(({ person }) => granted(person)))).toEqual([
      300_000, 300_000, 300_000,
    ])
  })

  test('reaches only whom it is for', async () => {
    await save(office, { ...thirtyDays, appliesTo: { persons: [office.dora.person] } })
    await settled(office)
    expect(await Promise.all([office.ana, office.dora].map(({ person }) => granted(person)))).toEqual([
      220_000, 300_000,
    ])
  })

  test('reaches whoever joins later, in place of the starter’s', async () => {
    await save(office, thirtyDays)
    await settled(office)
    await joined(eve)
    expect(await granted(eve)).toBe(300_000)
  })

  test('leaves whoever moves away from it, and reaches whoever moves to it', async () => {
    await save(office, { ...thirtyDays, appliesTo: { teams: ['design'] } })
    await settled(office)
    const { move, inForceOn } = anaMoves()
    await move(2, '2026-06-01', 'sales')
    expect([await inForceOn('2026-05-31'), await inForceOn('2026-06-01')]).toEqual(['generous', 'starter-pt'])
    await move(3, '2026-09-01', 'design')
    expect([await inForceOn('2026-08-31'), await inForceOn('2026-09-01')]).toEqual(['starter-pt', 'generous'])
  })

  test('holds again, in its earlier version, for whoever did not move after all', async () => {
    const forDesign = { ...thirtyDays, appliesTo: { teams: ['design'] } }
    await save(office, forDesign)
    await save(office, { ...forDesign, from: '2027-01-01', document: thirtyDays.document })
    await settled(office)
    const { move, inForceOn } = anaMoves()
    await move(2, '2026-06-01', 'sales')
    expect(await inForceOn('2026-06-01')).toBe('starter-pt')
    await move(3, '2026-06-01', 'design')
    expect(await inForceOn('2026-06-01')).toBe('generous')
    await save(office, fourDays)
    await settled(office)
    expect(await inForceOn('2026-06-01')).toBe('generous')
  })

  test('limits whoever moves away from it no less than whoever joins there', async () => {
    await save(office, { ...thirtyDays, appliesTo: { teams: ['design'] } })
    await settled(office)
    await anaMoves().move(2, '2026-06-01', 'sales')
    await expect(ask(office, office.ana, '2026-07-01', '2026-12-30')).rejects.toThrow('NotEnoughLeft')
  })

  test('is told once, however often the feed is followed', async () => {
    await save(office, thirtyDays)
    await settled(office)
    const { version } = await tellPerson(office.world, office.tenant, office.ana.person)
    await settled(office)
    await joins(office, office.ana, office.ben.person)
    expect((await tellPerson(office.world, office.tenant, office.ana.person)).version).toBe(version)
  })
})

describe('a policy that is saved while somebody joins', () => {
  /** Lets something happen once, right after the first append to Eve's stream. */
  const after = (happens: () => Promise<void>): Office => {
    let once = true
    const { store } = office.world
    return {
      ...office,
      world: {
        ...office.world,
        store: {
          ...store,
          append: async (stream, head, record) => {
            const appended = await store.append(stream, head, record)
            if (once && stream.name === 'person/eve') {
              once = false
              await happens()
            }
            return appended
          },
        },
      },
    }
  }

  test('reaches them when all others were told between their joining and their looking', async () => {
    const racing = after(async () => {
      await save(office, thirtyDays)
      await settled(office)
    })
    await joins(racing, { ...office.dora, person: eve }, office.ben.person)
    expect(await granted(eve)).toBe(300_000)
  })

  test('reaches them when they join after everybody was listed', async () => {
    const { store } = office.world
    let once = true
    const racing: Office = {
      ...office,
      world: {
        ...office.world,
        store: {
          ...store,
          async *heads(tenant, from) {
            yield* store.heads(tenant, from)
            if (once) {
              once = false
              await joined(eve)
            }
          },
        },
      },
    }
    await save(office, thirtyDays)
    await settled(racing)
    expect(await granted(eve)).toBe(300_000)
  })
})

describe('a schedule that is saved', () => {
  test('charges approved and pending leave again, and says why', async () => {
    const [approved, pending] = [
      await ask(office, office.ana, '2026-06-01', '2026-06-05'),
      await ask(office, office.ana, '2026-07-03'),
    ]
    await approve(office, office.ben, office.ana, approved)
    await save(office, { ...fourDays, from: '2026-06-05' })
    await settled(office)
    expect([await costOf(approved), await costOf(pending)]).toEqual([40_000, 0])
    const told = await notices(office.world)({ actor: office.ana, input: { person: null, before: null } })
    const charge = (on: string) => ({ day: day(on), part: 'whole', unit: 'day', n: 10_000 })
    expect(told.ok && told.value[0]).toEqual({
      at: '2026-05-04T08:00:00.000Z',
      version: expect.any(Number),
      because: [{ kind: 'schedule', document: 'four-days', version: 1 }],
      corrected: [],
      balances: [
        // Fewer working days also earn less: 22 days are those of a week of five.
        { leaveType: 'vacation', on: day('2026-05-04'), before: days(16), after: days(15.5) },
        { leaveType: 'vacation', on: day('2026-12-31'), before: days(16), after: days(15.5) },
        { leaveType: 'vacation', on: day('2027-12-31'), before: days(22), after: days(17.5) },
      ],
      leaves: [
        {
          request: approved,
          before: ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'].map(charge),
          after: ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map(charge),
        },
        { request: pending, before: [charge('2026-07-03')], after: [] },
      ],
    })
  })
})

test('of many settings saved at once only the last is followed, and all of them reach people', async () => {
  let walks = 0
  const { store } = office.world
  const heads: typeof store.heads = (...given) => {
    walks++
    return store.heads(...given)
  }
  for (const [n, amount] of [25, 26, 27, 28].entries())
    await save(office, {
      kind: 'policy',
      id: `p${n}`,
      document: { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount }] } } },
      appliesTo: { persons: [[office.ana, office.ben, office.clara, office.dora][n]?.person ?? eve] },
    })
  await save(office, { kind: 'rules', id: 'all', document: [] })
  await settled({ ...office, world: { ...office.world, store: { ...store, heads } } })
  expect(await Promise.all([office.ana, office.dora].map(({ person }) => granted(person)))).toEqual([250_000, 280_000])
  expect(walks).toBe(1) // of the last policy
})

describe('rules', () => {
  const blackout = (id: string, date: string) => ({ id, rule: { kind: 'blackout', days: [date] } })

  test('hold by the day of leave, whenever it is asked for', async () => {
    await save(office, { kind: 'rules', id: 'all', document: [blackout('fair', '2027-01-04')], from: '2027-01-01' })
    await expect(ask(office, office.ana, '2027-01-04')).rejects.toThrow('BreaksRules')
  })

  test('of several lists hold together', async () => {
    await save(office, { kind: 'rules', id: 'all', document: [blackout('fair', '2026-06-01')] })
    const appliesTo = { teams: ['design'] }
    await save(office, { kind: 'rules', id: 'design', document: [blackout('launch', '2026-06-02')], appliesTo })
    await expect(ask(office, office.ana, '2026-06-01')).rejects.toThrow('BreaksRules')
    await expect(ask(office, office.ana, '2026-06-02')).rejects.toThrow('BreaksRules')
  })
})

describe('a schedule that ends', () => {
  test('gives everybody the week back that they started with', async () => {
    const request = await ask(office, office.ana, '2026-06-01', '2026-06-05')
    await save(office, fourDays)
    await settled(office)
    expect(await costOf(request)).toBe(40_000)
    await save(office, { ...fourDays, document: null })
    await settled(office)
    expect(await costOf(request)).toBe(50_000)
  })
})

describe('a holiday', () => {
  test('of a calendar that holds from a later day on changes nothing before', async () => {
    const request = await ask(office, office.ana, '2026-06-08', '2026-06-12')
    await save(office, { ...calendarOf('2026-06-10', '2026-06-11'), from: '2026-06-11' })
    await settled(office)
    expect(await costOf(request)).toBe(40_000)
  })

  test('that is added gives the day back, and takes it again when it is removed', async () => {
    const request = await ask(office, office.ana, '2026-06-08', '2026-06-12')
    await approve(office, office.ben, office.ana, request)
    await save(office, calendarOf('2026-06-10'))
    await settled(office)
    expect(await costOf(request)).toBe(40_000)
    await save(office, calendarOf())
    await settled(office)
    expect(await costOf(request)).toBe(50_000)
    const told = await notices(office.world)({ actor: office.ana, input: { person: null, before: null } })
    const brief = told.ok
      ? told.value.map(({ because, leaves }) => [
          because.map(({ kind, document }) => `${kind} ${document}`),
          leaves.map(({ before, after }) => [before.length, after.length]),
        ])
      : []
    expect(brief.slice(0, 2)).toEqual([
      [['calendar lisbon'], [[4, 5]]],
      [['calendar lisbon'], [[5, 4]]],
    ])
  })

  test('of the country is free where the company says nothing, and again when it says nothing any more', async () => {
    const world = await compose(
      { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: 'a secret for what companies set up' },
      { clock: office.clock },
    )
    const abroad: Office = { ...office, world: { ...office.world, publicHolidays: world.publicHolidays } }
    await joins(abroad, { ...office.ana, person: eve }, office.ben.person)
    const free = async () => {
      const { facts } = await tellPerson(office.world, office.tenant, eve)
      return facts.calendars['lisbon']?.holidays.some((one) => one.day === day('2026-06-10')) // Portugal Day
    }
    expect(await free()).toBe(true)
    await save(office, calendarOf('2026-06-11'))
    await settled(abroad)
    expect(await free()).toBe(false)
    await save(office, { ...calendarOf(), document: null })
    await settled(abroad)
    expect(await free()).toBe(true)
  })

  test('is nobody else’s business to be told of', async () => {
    expect(
      await notices(office.world)({ actor: office.dora, input: { person: office.ana.person, before: null } }),
    ).toEqual({
      ok: false,
      error: { type: 'UnknownPerson', person: office.ana.person },
    })
  })
})
