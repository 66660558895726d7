import { openLocalBus } from '@awayday/bus/local'
import type { Actor } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { nameDeputy, removeDeputy } from '#application/deputies.ts'
import { leaveRequests } from '#application/leave-requests.ts'
import { tellPerson } from '#application/person-stream.ts'
import { waitingRequests } from '#application/waiting-requests.ts'
import { requestOf } from '#domain/person/state.ts'
import { clock, opened } from '#testing/desk.ts'
import { day, joins, metaOf, type Office, settled } from '#testing/office.ts'
import { approve, ask, save } from '#testing/settings.ts'

const { handler: pass } = await import('./pass/lambda.ts')

type Told = { readonly 'detail-type': string; readonly detail: { readonly id: string; readonly data: object } }
const published: Told[] = []
openLocalBus(':memory:').onAccepted((events) => published.push(...(events as unknown as Told[])))

let office: Office
beforeEach(async () => {
  office = await opened('others')
  published.length = 0
})

/** An hour of the clock: what waits is looked at, and what follows from it is told. */
const hour = async (at: string) => {
  clock.set(at)
  await settled(office)
  await pass({})
  await settled(office)
}
const stateOf = async (request: string, { person }: Actor = office.ana) =>
  requestOf((await tellPerson(office.world, office.tenant, person)).state, request)?.approval.status
const inboxOf = async (actor: Actor) =>
  (await waitingRequests(office.world)({ actor })).waiting.map(({ request }) => request.id)
let keys = 0
const depute = (change: typeof nameDeputy, first: string, last: string, deputy = office.dora.person) =>
  change(office.world)({
    actor: office.ben,
    meta: metaOf(office, `depute ${++keys}`, { actor: office.ben.person }),
    input: { person: null, deputy, first: day(first), last: day(last) },
  })

describe('a rule that so many may be away at most', () => {
  const oneAtATime = (from = '2026-01-01') =>
    save(office, {
      kind: 'rules',
      id: 'all',
      from,
      document: [{ id: 'one', name: 'One at a time', rule: { kind: 'maxAway', limit: { people: 1 }, among: 'team' } }],
    })

  test('refuses the second, and says on which days and why', async () => {
    await oneAtATime()
    const first = await ask(office, office.dora, '2026-06-02', '2026-06-03')
    await approve(office, office.ben, office.dora, first)
    await expect(ask(office, office.ana, '2026-06-01', '2026-06-02')).rejects.toThrow(
      JSON.stringify({
        type: 'BreaksRules',
        broken: [
          {
            rule: 'one',
            name: 'One at a time',
            kind: 'maxAway',
            findings: [
              {
                first: '2026-06-02',
                last: '2026-06-02',
                part: 'whole',
                required: { of: 'people', n: 1 },
                found: { of: 'people', n: 2 },
                requests: [],
              },
            ],
            overridableBy: [],
            exception: false,
          },
        ],
      }),
    )
    expect(await ask(office, office.ana, '2026-06-04', '2026-06-05')).toEqual(expect.any(String))
  })

  test('counts what was asked for a moment ago', async () => {
    await oneAtATime()
    await ask(office, office.ana, '2026-06-01')
    await expect(ask(office, office.dora, '2026-06-01')).rejects.toThrow('BreaksRules')
  })

  test('counts nobody of another team', async () => {
    await oneAtATime()
    const eve: Actor = { ...office.dora, person: `eve-${office.tenant}` as Actor['person'] }
    await ask(office, office.ana, '2026-06-01')
    await joins(office, eve, null)
    await expect(ask(office, eve, '2026-06-01')).rejects.toThrow('BreaksRules')
  })

  test('holds from its day of leave on, whenever it is asked for', async () => {
    await oneAtATime('2026-06-02')
    await ask(office, office.ana, '2026-06-01', '2026-06-02')
    expect(await ask(office, office.dora, '2026-06-01')).toEqual(expect.any(String))
    await expect(ask(office, office.dora, '2026-06-02')).rejects.toThrow('BreaksRules')
  })
})

describe('a deputy', () => {
  test('finds what waits, and decides it', async () => {
    const request = await ask(office, office.ana, '2026-06-01')
    await settled(office)
    expect(await inboxOf(office.dora)).toEqual([])
    expect((await depute(nameDeputy, '2026-05-04', '2026-05-08')).ok).toBe(true)
    await settled(office) // Ana's request waits for Dora too
    await settled(office) // and is shown to her
    expect([await inboxOf(office.dora), await inboxOf(office.ben)]).toEqual([[request], [request]])
    expect((await approve(office, office.dora, office.ana, request)).ok).toBe(true)
    expect(await stateOf(request)).toBe('approved')
  })

  test('decides nothing of their own', async () => {
    const request = await ask(office, office.dora, '2026-06-01')
    await depute(nameDeputy, '2026-05-04', '2026-05-08')
    await settled(office)
    expect(await inboxOf(office.dora)).toEqual([])
    expect(await approve(office, office.dora, office.dora, request)).toEqual({ ok: false, error: { type: 'OwnLeave' } })
  })

  test('is asked from their first day on, and not after the last', async () => {
    await depute(nameDeputy, '2026-05-05', '2026-05-05')
    const request = await ask(office, office.ana, '2026-06-01')
    const asked = []
    for (const date of ['2026-05-04', '2026-05-05', '2026-05-06']) {
      await hour(`${date}T09:00:00.000Z`)
      asked.push(await inboxOf(office.dora))
    }
    expect(asked).toEqual([[], [request], []])
  })

  test('who was removed is asked no more', async () => {
    const request = await ask(office, office.ana, '2026-06-01')
    await settled(office)
    await depute(nameDeputy, '2026-05-04', '2026-05-08')
    await depute(removeDeputy, '2026-05-04', '2026-05-08')
    await settled(office)
    expect(await inboxOf(office.dora)).toEqual([])
    expect(await approve(office, office.dora, office.ana, request)).toEqual({
      ok: false,
      error: { type: 'NotRequested', request },
    })
  })

  test('is somebody of the company', async () => {
    const nobody = 'nobody' as Actor['person']
    expect(await depute(nameDeputy, '2026-05-04', '2026-05-08', nobody)).toEqual({
      ok: false,
      error: { type: 'UnknownPerson', person: nobody },
    })
  })
})

describe('as time passes', () => {
  const reminders = () =>
    published
      .filter((told) => told['detail-type'] === 'LeaveReminderDue')
      .map(({ detail: { data } }) => data as { readonly who: string; readonly after: number; readonly on: string })

  test('whoever is waited for is reminded after one, three and five of their working days, once each', async () => {
    const request = await ask(office, office.ana, '2026-06-01')
    for (const date of ['04', '05', '06', '07', '08', '09', '10', '11'])
      for (const time of ['09', '10']) await hour(`2026-05-${date}T${time}:00:00.000Z`)
    expect(reminders().map(({ who, after, on }) => `${who} ${after} ${on}`)).toEqual(
      ['1 2026-05-05', '3 2026-05-07', '5 2026-05-11'].map((when) => `${office.ben.person} ${when}`),
    )
    expect(reminders()[0]).toEqual({
      person: office.ana.person,
      request,
      leaveType: 'vacation',
      status: 'pending',
      ranges: [{ first: '2026-06-01', firstPart: 'whole', last: '2026-06-01', lastPart: 'whole' }],
      amounts: [{ unit: 'day', n: 10_000 }],
      by: null,
      on: '2026-05-05',
      watchers: { people: [], roles: [] },
      peers: 'nothing',
      who: office.ben.person,
      after: 1,
    })
  })

  test('a request expires at the end of its approver’s seventh working day', async () => {
    const request = await ask(office, office.ana, '2026-06-01')
    await hour('2026-05-13T20:00:00.000Z') // in Lisbon it is evening
    expect(await stateOf(request)).toBe('pending')
    await hour('2026-05-13T23:30:00.000Z') // and now the day after
    expect(await stateOf(request)).toBe('expired')
    expect(
      await leaveRequests(office.world)({ actor: office.ana, input: { person: null, first: null, last: null } }),
    ).toMatchObject({
      value: [{ status: 'expired', decidedOn: '2026-05-13' }],
    })
  })

  test('an approver’s own leave counts for nothing', async () => {
    const away = await ask(office, office.ben, '2026-05-05', '2026-05-08')
    await approve(office, office.clara, office.ben, away)
    const request = await ask(office, office.ana, '2026-06-01')
    await hour('2026-05-14T09:00:00.000Z')
    expect(await stateOf(request)).toBe('pending')
    await hour('2026-05-20T09:00:00.000Z')
    expect(await stateOf(request)).toBe('expired')
  })

  test('a request goes up after so many days on which its approver is away', async () => {
    await save(office, { kind: 'approval', id: 'all', document: { escalateAfter: 2 } })
    const away = await ask(office, office.ben, '2026-05-05', '2026-05-15')
    await approve(office, office.clara, office.ben, away)
    const request = await ask(office, office.ana, '2026-06-01')
    await hour('2026-05-06T09:00:00.000Z')
    expect(await inboxOf(office.clara)).toEqual([])
    await hour('2026-05-07T09:00:00.000Z')
    expect(await inboxOf(office.clara)).toEqual([request])
    const plain: Actor = { ...office.clara, roles: ['employee', 'approver'] }
    expect((await approve(office, plain, office.ana, request)).ok).toBe(true)
  })

  test('what waits for a second level is in that one’s inbox, and no more in the first’s', async () => {
    const levels = [1, 2].map((up) => ({ approvers: [{ approver: up }] }))
    await save(office, { kind: 'approval', id: 'all', document: { levels } })
    const request = await ask(office, office.ana, '2026-06-01')
    await settled(office)
    const plain: Actor = { ...office.clara, roles: ['employee', 'approver'] }
    expect([await inboxOf(office.ben), await inboxOf(plain)]).toEqual([[request], []])
    await approve(office, office.ben, office.ana, request)
    await settled(office)
    expect([await inboxOf(office.ben), await inboxOf(plain)]).toEqual([[], [request]])
    await approve(office, plain, office.ana, request)
    expect(await stateOf(request)).toBe('approved')
  })

  test('what waits for whoever holds a role is in the inbox of admins', async () => {
    await save(office, { kind: 'approval', id: 'all', document: { levels: [{ approvers: [{ role: 'hr' }] }] } })
    const request = await ask(office, office.ana, '2026-06-01')
    await settled(office)
    expect([await inboxOf(office.ben), await inboxOf(office.clara)]).toEqual([[], [request]])
    expect((await approve(office, office.ben, office.ana, request)).ok).toBe(false)
    expect((await approve(office, office.clara, office.ana, request)).ok).toBe(true)
  })
})
