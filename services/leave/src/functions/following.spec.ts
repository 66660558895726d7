import { openLocalBus } from '@awayday/bus/local'
import type { StreamEvent } from '@awayday/edge'
import { listed } from '@awayday/event-sourcing/contracts'
import { safeParse } from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { clock, opened } from '#testing/desk.ts'
import { asking } from '#testing/gateway.ts'
import { joins, type Office, recordsOf, settled } from '#testing/office.ts'
import { questions } from '#testing/questions.ts'
import { contract } from '../../contract.ts'

const { handler: graphql } = await import('./graphql/lambda.ts')
const { handler: relay } = await import('./relay/lambda.ts')
const { handler: sweep } = await import('./sweep/lambda.ts')
const { handler: personChanged } = await import('./person-changed/lambda.ts')
const { handler: warn } = await import('./warn/lambda.ts')
const { handler: purgeNotes } = await import('./purge-notes/lambda.ts')

type Told = { readonly 'detail-type': string; readonly detail: { readonly id: string; readonly data: unknown } }
const published: Told[] = []
openLocalBus(':memory:').onAccepted((events) => published.push(...(events as unknown as Told[])))
const about = (type: string) =>
  published.filter((told) => told['detail-type'] === type).map(({ detail: { id, data } }) => ({ id, data }))

let office: Office
beforeEach(async () => {
  office = await opened('office')
  published.length = 0
})

const { change } = questions(graphql, () => office)
const june = { leaveType: 'vacation', first: '2026-06-01', firstPart: 'pm', last: '2026-06-03', lastPart: 'whole' }
const requestedAndApproved = async () => {
  const { request } = await change('requestLeave', { ...june, reason: 'Secret wedding' })
  await change('approveLeave', { person: office.ana.person, request, answer: 'Congratulations' }, office.ben)
  return request
}

/** Everything stored, as DynamoDB Streams would bring it. */
const batch = async (): Promise<StreamEvent['Records']> =>
  (await recordsOf(office)).map(({ stream, version, body }, n) => ({
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: `${n}`,
      NewImage: {
        pk: { S: office.tenant },
        sk: { S: `${stream}#${String(version).padStart(10, '0')}` },
        body: { S: body },
      },
    },
  }))
const rows = () => listed(office.world.followed[0].rows.all(office.tenant))

describe('the relay', () => {
  test('keeps the views, in any order, and twice as well as once', async () => {
    const { request } = await change('requestLeave', june)
    const records = await batch()
    expect(await relay({ Records: records.toReversed() })).toEqual({ batchItemFailures: [] })
    const shown = await rows()
    expect(shown.map(({ id }) => id)).toEqual([
      `away/design/2026-06-03/${office.ana.person}/${request}`,
      `waiting/${office.ben.person}/${office.ana.person}/${request}`,
    ])
    expect(shown[0]).toEqual({
      id: expect.any(String),
      version: 2,
      doc: {
        team: 'design',
        person: office.ana.person,
        request,
        status: 'pending',
        ...june,
        approvers: [office.ben.person],
      },
    })
    const told = published.length
    expect(await relay({ Records: records })).toEqual({ batchItemFailures: [] })
    expect(await rows()).toEqual(shown)
    expect(published).toHaveLength(told)
  })

  test('tells other services each fact whole, without a word of what was said', async () => {
    const request = await requestedAndApproved()
    await relay({ Records: await batch() })
    const { ana, ben } = office
    const { leaveType, ...range } = june
    const fact = {
      person: ana.person,
      request,
      leaveType,
      ranges: [range],
      amounts: [{ unit: 'day', n: 25_000 }],
      on: '2026-05-04',
      watchers: { people: [], roles: [] },
    }
    expect(about('LeaveRequested')).toEqual([
      { id: `person/${ana.person}@2.0`, data: { ...fact, status: 'pending', peers: 'nothing', by: ana.person } },
    ])
    expect(about('LeaveApproved')).toEqual([
      { id: `person/${ana.person}@3.0`, data: { ...fact, status: 'approved', peers: 'type', by: ben.person } },
    ])
    expect(JSON.stringify(published)).not.toMatch(/wedding|Congratulations/)
  })

  test('tells of a change of approved leave once it is made, and of none that is declined', async () => {
    const request = await requestedAndApproved()
    const { ana, ben } = office
    const which = { person: ana.person, request }
    const longer = { ...which, first: june.first, last: '2026-06-09' }
    await change('editLeave', { ...longer, commandId: 'first' })
    await change('declineLeave', which, ben)
    await change('editLeave', { ...longer, commandId: 'second' })
    await change('approveLeave', { ...which, commandId: 'third' }, ben)
    await relay({ Records: await batch() })
    const told = published.map((one) => one['detail-type']).filter((type) => type !== 'LeaveViewsChanged')
    expect(told).toEqual(['LeaveRequested', 'LeaveApproved', 'LeaveChanged'])
    expect(about('LeaveChanged')).toMatchObject([
      { data: { request, status: 'approved', ranges: [{ last: '2026-06-09' }], by: ben.person } },
    ])
  })

  test('tells whoever may look that the views show a version', async () => {
    await requestedAndApproved()
    await relay({ Records: await batch() })
    const { ana, ben } = office
    const audience = [ana.person, ben.person]
    expect(about('LeaveViewsChanged')).toEqual([
      { id: `person/${ana.person}@2.views`, data: { person: ana.person, version: 2, audience } },
      { id: `person/${ana.person}@3.views`, data: { person: ana.person, version: 3, audience } },
    ])
    for (const { data } of about('LeaveViewsChanged'))
      expect(safeParse(contract.publishes.LeaveViewsChanged, data).issues).toBe(undefined)
  })
})

test('what the directory says changes no page about leave, and is not repeated', async () => {
  await joins(office, { ...office.ana, person: 'new' as typeof office.ana.person }, office.ben.person)
  await relay({ Records: await batch() })
  expect(published).toEqual([])
})

test('the sweep finds what no message brought', async () => {
  await change('requestLeave', june)
  expect(await rows()).toEqual([])
  await sweep({})
  expect(await rows()).toHaveLength(2)
  expect(about('LeaveRequested')).toHaveLength(1)
})

describe('what the directory says', () => {
  const said = (type: string, id: string, data: object) => ({
    source: 'awayday.directory',
    'detail-type': type,
    detail: { id, tenant: office.tenant, at: '2026-05-04T08:00:00.000Z', correlation: 'c-1', data },
  })
  const place = { team: 'design', location: 'lisbon', country: 'PT', zone: 'Europe/Lisbon', approver: null }
  const joined = () =>
    said('PersonJoined', 'person/eve@1.0', { person: 'eve', from: '2026-01-01', ...place, futureMember: true })
  const moved = () =>
    said('PersonMoved', 'person/eve@2.0', { person: 'eve', from: '2026-02-01', ...place, country: 'DE', team: 'sales' })
  const left = () => said('PersonLeft', 'person/eve@3.0', { person: 'eve', on: '2026-06-30' })
  const evesEvents = async () =>
    (await recordsOf(office))
      .filter(({ stream }) => stream === 'person/eve')
      .flatMap(({ body }) => JSON.parse(body).events.map(({ type }: { readonly type: string }) => type))

  test('is noted once, however often it comes', async () => {
    for (const event of [joined(), joined(), moved(), joined(), left(), moved(), left()]) await personChanged(event)
    expect(await evesEvents()).toEqual([
      'EmploymentStarted',
      'TermsApplied',
      'CalendarApplied', // the public holidays of Portugal
      'EmploymentMoved',
      'TermsApplied',
      'CalendarApplied', // those of Germany
      'EmploymentEnded',
    ])
  })

  test('is noted in whatever order it comes', async () => {
    for (const event of [left(), moved(), joined()]) await personChanged(event)
    const events: readonly string[] = await evesEvents()
    expect(events.filter((type) => type !== 'CalendarApplied').toSorted()).toEqual([
      'EmploymentEnded',
      'EmploymentMoved',
      'EmploymentStarted',
      'TermsApplied',
      'TermsApplied',
    ])
    const balances = await graphql(asking('Query.balances', { person: 'eve', on: '2026-06-30' }, office.clara))
    expect(balances).toMatchObject({ balances: [{ entitled: { text: '13.5 days' } }] })
  })

  test.each([
    ['a day that is none', said2('PersonLeft', { person: 'eve', on: '2026-02-30' })],
    ['an id that is none', said2('PersonLeft', { person: 'e v e', on: '2026-02-28' })],
    ['another event', said2('PersonRenamed', { person: 'eve' })],
  ])('is parked where people look when it is %s', async (_what, event) => {
    await expect(personChanged(event)).rejects.toMatchObject({ name: 'BadEvent' })
  })
})

function said2(type: string, data: object) {
  return {
    source: 'awayday.directory',
    'detail-type': type,
    detail: { id: 'person/eve@9.0', tenant: 'acme', at: '2026-05-04T08:00:00.000Z', correlation: 'c-1', data },
  }
}

test('days that will be lost are told some weeks ahead, once', async () => {
  const { ana } = office
  await change(
    'credit',
    { person: ana.person, leaveType: 'vacation', source: 'toil', amount: '2', from: '2026-05-04', until: '2026-05-31' },
    office.ben,
  )
  await warn({})
  const told = about('LeaveWillExpire')
  expect(told).toEqual([
    {
      id: `expiry/${ana.person}/vacation/expiry/2026-05-31/4`,
      data: {
        person: ana.person,
        leaveType: 'vacation',
        lastDay: '2026-05-31',
        because: 'expiry',
        amount: { unit: 'day', n: 20_000 },
      },
    },
  ])
  clock.set('2026-05-11T05:00:00.000Z')
  await warn({})
  expect(about('LeaveWillExpire')).toEqual(told)
})

describe('notes', () => {
  const notes = () => listed(office.world.notes.loose(office.tenant, '9999' as ReturnType<typeof clock.now>))
  const words = async (id: string) => (await office.world.notes.read(office.tenant, [id])).get(id)

  test('that an event names are kept, and looked at once', async () => {
    await requestedAndApproved()
    const [reason, answer] = (await notes()).map(({ id }) => id)
    clock.set('2026-05-05T09:00:00.000Z')
    await purgeNotes({})
    expect(await notes()).toEqual([])
    expect([await words(reason ?? ''), await words(answer ?? '')].toSorted()).toEqual([
      'Congratulations',
      'Secret wedding',
    ])
  })

  test('that no event names, as somebody else wrote first, are forgotten after a day, and not before', async () => {
    const id = 'late'
    await office.world.notes.write(office.tenant, id, { person: office.ana.person, text: 'Backwards' }, clock.now())
    clock.set('2026-05-05T07:00:00.000Z')
    await purgeNotes({})
    expect(await words(id)).toBe('Backwards')
    clock.set('2026-05-05T09:00:00.000Z')
    await purgeNotes({})
    expect(await words(id)).toBeUndefined()
  })
})

test('a rebuild shows what the live views show', async () => {
  const { dora } = office
  await requestedAndApproved()
  clock.set('2026-05-05T08:00:00.000Z')
  const { request } = await change('requestLeave', { ...june, first: '2026-07-01', last: '2026-07-02' })
  await settled(office)
  await change('withdrawLeave', { person: office.ana.person, request })
  await change('requestLeave', june, dora)
  await joins(office, { ...office.ana, person: 'late' as typeof dora.person }, office.ben.person, '2026-08-01')
  await settled(office)
  const live = await rows()
  const again = await compose({ ...process.env, AWAYDAY_METER: 'estimate' }) // a store of its own
  for (const { stream, version, body } of await recordsOf(office)) {
    const id = { tenant: office.tenant, name: stream as never }
    const read = await again.store.read(id)
    if (!read.ok || read.value.head.version !== version - 1) throw new Error('not in order')
    await again.store.append(id, read.value.head, { body, commandId: JSON.parse(body).command.id })
  }
  await settled({ ...office, world: again })
  expect(await listed(again.followed[0].rows.all(office.tenant))).toEqual(live)
  expect(live).toHaveLength(3)
})
