import { openLocalBus } from '@awayday/bus/local'
import { processClock } from '@awayday/clock'
import type { StreamEvent } from '@awayday/edge'
import type { Instant, PersonId } from '@awayday/kernel'
import { safeParse } from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDepartment } from '#application/departments.ts'
import { endEmployment } from '#application/end-employment.ts'
import { movePerson } from '#application/move-person.ts'
import { compose } from '#composition/compose.ts'
import { directoryEvents } from '#domain/published-facts.ts'
import { day, done, furnished, type House, joinedPerson, keyOf, metaOf } from '#testing/house.ts'
import { contract } from '../../contract.ts'

Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for the functions that follow',
  AWAYDAY_LOG: 'off',
})
const relay = (await import('./relay/lambda.ts')).handler
const sweep = (await import('./sweep/lambda.ts')).handler

const clock = { now: processClock.now, set: (at: string) => processClock.travelTo(at as Instant) }
const published: unknown[] = []
openLocalBus(':memory:').onAccepted((events) =>
  published.push(...events.map(({ detail, ...of }) => [of['detail-type'], detail])),
)

/** Everything a company's streams hold, as DynamoDB Streams would bring it. */
const everything = async ({ world, tenant }: House): Promise<StreamEvent['Records']> => {
  const records = []
  for await (const { stream } of world.store.heads(tenant)) {
    const read = await world.store.read(stream)
    if (!read.ok) throw new Error('stale')
    for (const { version, body } of read.value.records) {
      const sk = `${stream.name}#${String(version).padStart(10, '0')}`
      const NewImage = { pk: { S: tenant }, sk: { S: sk }, body: { S: body } }
      records.push({ eventName: 'INSERT', dynamodb: { SequenceNumber: `${records.length}`, NewImage } })
    }
  }
  return records
}
const rowsOf = async ({ world, tenant }: House) => {
  const rows: unknown[] = []
  for await (const row of world.followed[0].rows.all(tenant)) rows.push(row)
  return rows
}

describe('what happened in the directory', () => {
  let house: House
  let ana: PersonId
  let department: string
  let events: StreamEvent['Records']
  beforeAll(async () => {
    clock.set('2026-03-02T09:00:00.000Z')
    house = await furnished(await compose(process.env), clock, 'relayed')
    const ben = await joinedPerson('Ben', house)
    const { world, founder, team, location } = house
    const named = { name: 'Board', parent: null, head: ben }
    const board = done(await addDepartment(world)({ actor: founder, meta: metaOf(house, 'board'), input: named }))
    department = board.id
    ana = await joinedPerson('Ana', house, { approver: ben })
    const place = {
      person: ana,
      from: day('2026-04-01'),
      team,
      location,
      department,
      labels: ['shift_2'],
      approver: null,
    }
    done(await movePerson(world)({ actor: founder, meta: metaOf(house, 'move'), input: place }))
    const last = { person: ana, on: day('2026-06-30') }
    done(await endEmployment(world)({ actor: founder, meta: metaOf(house, 'end'), input: last }))
    events = await everything(house)
  })

  test('reaches views and other services in any order, and twice as well as once', async () => {
    const backwards = events.toReversed()
    expect(await relay({ Records: backwards })).toEqual({ batchItemFailures: [] })
    const rows = await rowsOf(house)
    expect(rows).toHaveLength(5) // team, location, department, Ana's place, Ben's place
    const told = published.length
    expect(await relay({ Records: events })).toEqual({ batchItemFailures: [] })
    expect(await rowsOf(house)).toEqual(rows)
    expect(published).toHaveLength(told) // what is done is acknowledged, not told again
  })

  test('is told to other services whole, without a name or a mail', () => {
    const about = (type: string) =>
      published.flatMap((event) => {
        const [of, detail] = event as [string, { readonly id: string; readonly data: { readonly person: string } }]
        return of === type && detail.data.person === ana ? [detail] : []
      })
    const { team, location } = house
    const place = { person: ana, team, location, country: 'PT', zone: 'Europe/Lisbon' }
    const [joined] = about('PersonJoined')
    expect(joined).toEqual({
      id: `person/${ana}@1.0`,
      tenant: 'relayed',
      at: expect.stringMatching(/^2026-03-02T09:00/),
      correlation: `c-${keyOf('Ana')}`,
      data: { ...place, from: '2026-01-01', department: null, labels: [], approver: expect.any(String) },
    })
    expect(about('PersonMoved').map(({ data }) => data)).toEqual([
      { ...place, from: '2026-04-01', department, labels: ['shift_2'], approver: null },
    ])
    expect(about('PersonLeft').map(({ data }) => data)).toEqual([{ person: ana, on: '2026-06-30' }])
  })

  test('is what the contract says, all four kinds of it', () => {
    const kinds = (published as readonly (readonly [string, { readonly data: unknown }])[]).map(([type, { data }]) => {
      const schema = contract.publishes[type as keyof typeof contract.publishes]
      expect(safeParse(schema, data).issues).toBe(undefined)
      return type
    })
    expect(new Set(kinds)).toEqual(new Set(directoryEvents.types))
  })

  test('of departments is where they lie and who leads them', () => {
    const told = published.filter((event) => (event as readonly unknown[])[0] === 'DepartmentChanged')
    expect(told).toMatchObject([
      [
        'DepartmentChanged',
        { id: 'departments/relayed@1.0', data: { department, parent: null, head: expect.any(String) } },
      ],
    ])
    expect(JSON.stringify(told)).not.toContain('Board')
  })

  test('is found by the sweep when no message ever comes', async () => {
    const { world } = house
    const quiet = await furnished(world, clock, 'unheard')
    await joinedPerson('Carl', quiet)
    expect(await rowsOf(quiet)).toEqual([])
    await sweep({})
    expect(await rowsOf(quiet)).toHaveLength(3)
  })
})
