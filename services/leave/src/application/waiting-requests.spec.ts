import type { EventStore } from '@awayday/event-sourcing'
import { type Actor, addDays, weekday } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { clock, opened } from '#testing/desk.ts'
import { day, joins, metaOf, type Office, settled } from '#testing/office.ts'
import { approve, ask, save } from '#testing/settings.ts'
import { coverRequests } from './cover-requests.ts'
import { approveLeave } from './decide-leave.ts'
import { leaveRequest } from './leave-request.ts'
import { requestLeave } from './request-leave.ts'
import { SHOWN, waitingRequests } from './waiting-requests.ts'

let office: Office
beforeEach(async () => {
  office = await opened('inboxes')
})

/** What waits counts for nobody, as for two who ask in the same moment. */
const oneAtATime = () =>
  save(office, {
    kind: 'rules',
    id: 'all',
    document: [
      {
        id: 'one',
        name: 'One at a time',
        rule: { kind: 'maxAway', limit: { people: 1 }, among: 'team', pending: 'notCounted' },
      },
    ],
  })
const inbox = async () => (await waitingRequests(office.world)({ actor: office.ben })).waiting
const inSpiteOf = (request: string, person: Actor, ...rules: readonly string[]) =>
  approveLeave(office.world)({
    actor: office.ben,
    meta: metaOf(office, `in spite of ${rules}`, { actor: office.ben.person }),
    input: { person: person.person, request, answer: null, inSpiteOf: rules },
  })

describe('whoever approves from the inbox', () => {
  test('hears of a limit that others have reached meanwhile, and may approve in spite of it', async () => {
    await oneAtATime()
    const first = await ask(office, office.dora, '2026-06-02', '2026-06-03')
    const second = await ask(office, office.ana, '2026-06-01', '2026-06-02')
    await settled(office)
    expect((await inbox()).map(({ brokenRules }) => brokenRules)).toEqual([[], []])

    expect(await approve(office, office.ben, office.dora, first)).toMatchObject({ ok: true })
    const broken = { rule: 'one', name: 'One at a time', findings: [{ first: '2026-06-02', last: '2026-06-02' }] }
    expect((await inbox()).map(({ brokenRules }) => brokenRules)).toMatchObject([[broken]])
    expect(await approve(office, office.ben, office.ana, second)).toMatchObject({
      ok: false,
      error: { type: 'BreaksRules', broken: [broken] },
    })
    expect(await inSpiteOf(second, office.ana, 'one')).toMatchObject({ ok: true })
    const about = { actor: office.clara, input: { person: office.ana.person, request: second } }
    expect(await leaveRequest(office.world)(about)).toMatchObject({
      value: { state: 'approved', exceptions: [], overridden: [{ rule: 'one', name: 'One at a time' }], uncovered: [] },
    })
  })

  test('sees for which rules an exception is asked', async () => {
    const rule = { kind: 'blackout', days: ['2026-06-01'] }
    await save(office, {
      kind: 'rules',
      id: 'all',
      document: [{ id: 'fair', name: 'The fair', rule, exception: true }],
    })
    const monday = { first: day('2026-06-01'), firstPart: 'whole', last: day('2026-06-01'), lastPart: 'whole' } as const
    const wish = { leaveType: 'vacation', cover: null, exception: true, certificate: false, reason: null }
    const asked = await requestLeave(office.world)({
      actor: office.ana,
      meta: metaOf(office, 'exception', { actor: office.ana.person }),
      input: { ...wish, dates: { kind: 'range', ...monday } },
    })
    if (!asked.ok) throw new Error(JSON.stringify(asked.error))
    await settled(office)
    expect((await inbox()).map(({ brokenRules }) => brokenRules)).toMatchObject([[{ rule: 'fair', name: 'The fair' }]])
    expect(await approve(office, office.ben, office.ana, asked.value.request)).toMatchObject({ ok: true })
    const about = { actor: office.clara, input: { person: office.ana.person, request: asked.value.request } }
    expect(await leaveRequest(office.world)(about)).toMatchObject({
      value: { exceptions: [{ rule: 'fair', name: 'The fair' }], overridden: [] },
    })
  })

  test('sees the holidays among the days', async () => {
    const holiday = { date: '2026-06-10', name: 'Dia de Portugal' }
    await save(office, {
      kind: 'calendar',
      id: 'lisbon',
      document: { holidays: [holiday] },
      appliesTo: { locations: ['lisbon'] },
    })
    await settled(office)
    await ask(office, office.ana, '2026-06-09', '2026-06-11')
    await settled(office)
    expect((await inbox()).map(({ holidays }) => holidays)).toEqual([
      [{ day: '2026-06-10', part: 'whole', name: 'Dia de Portugal', kind: 'holiday' }],
    ])
  })
})

test('an inbox shows the hundred that have waited longest, and says how many wait besides', async () => {
  const monday = day('2026-06-01')
  const workdays = Array.from({ length: 150 }, (_, n) => addDays(monday, n)).filter((on) => weekday(on) <= 5)
  const later = workdays.slice(1, SHOWN + 2)
  for (const on of later) await ask(office, office.ana, on)
  clock.set('2026-05-05T08:00:00.000Z')
  await ask(office, office.ana, monday)
  await settled(office)
  const { waiting, more } = await waitingRequests(office.world)({ actor: office.ben })
  expect([waiting.length, more]).toEqual([SHOWN, 2])
  expect(waiting.map(({ request }) => request.first)).not.toContain(monday)
})

test('an inbox shows who else is away on each day, and looks days that lie together up once', async () => {
  await ask(office, office.ana, '2026-06-01', '2026-06-03')
  await ask(office, office.dora, '2026-06-03', '2026-06-05')
  await ask(office, office.ana, '2026-06-05', '2026-06-05')
  await ask(office, office.dora, '2026-06-15', '2026-06-15')
  await settled(office)
  const looked: string[] = []
  const { awayBetween } = office.world.views
  const views = {
    ...office.world.views,
    awayBetween: (...asked: Parameters<typeof awayBetween>) => {
      looked.push(asked.slice(2).join(' to '))
      return office.world.views.awayBetween(...asked)
    },
  }
  const { waiting: shown } = await waitingRequests({ ...office.world, views })({ actor: office.ben })
  const { ana, dora } = office
  expect(
    shown
      .map(({ request, alsoAway }) => [request.first, alsoAway.map(({ person, first }) => [person, first])])
      .toSorted(),
  ).toEqual([
    ['2026-06-01', [[dora.person, '2026-06-03']]],
    [
      '2026-06-03',
      [
        [ana.person, '2026-06-01'],
        [ana.person, '2026-06-05'],
      ],
    ],
    ['2026-06-05', [[dora.person, '2026-06-03']]],
    ['2026-06-15', []],
  ])
  expect(looked.toSorted()).toEqual(['2026-06-01 to 2026-06-05', '2026-06-15 to 2026-06-15'])
})

test('whoever is asked to cover reads of those who ask them, and of nobody whom they might only count', async () => {
  const { ana, dora } = office
  const eve: Actor = { ...dora, person: `eve-${office.tenant}` as Actor['person'] }
  await joins(office, eve, null)
  await oneAtATime()
  const monday = { first: day('2026-06-01'), firstPart: 'whole', last: day('2026-06-01'), lastPart: 'whole' } as const
  const wish = { leaveType: 'vacation', cover: dora.person, exception: false, certificate: false, reason: null }
  await requestLeave(office.world)({
    actor: ana,
    meta: metaOf(office, 'covered', { actor: ana.person }),
    input: { ...wish, dates: { kind: 'range', ...monday } },
  })
  await settled(office)
  const read: string[] = []
  const store: EventStore = {
    append: office.world.store.append,
    heads: office.world.store.heads,
    read: (stream, after) => {
      read.push(stream.name)
      return office.world.store.read(stream, after)
    },
  }
  const found = await coverRequests({ ...office.world, store })({ actor: dora })
  expect(found.map(({ person }) => person)).toEqual([ana.person])
  expect(read).not.toContain(`person/${eve.person}`)
  expect(read).toHaveLength(new Set(read).size)
})
