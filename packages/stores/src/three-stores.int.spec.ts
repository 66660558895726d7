import { type Appended, type StreamId, stream } from '@awayday/event-sourcing'
import { awkward, given, listed } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { metered } from '@awayday/meter'
import { afterAll, describe, expect, test } from 'vitest'
import { createTables } from './create-tables.ts'
import { openStore } from './open-store.ts'
import type { OpenStore } from './store.ts'
import { manifest, threeStores } from './testing/three-stores.ts'

const stores = await threeStores()
afterAll(() => stores[Symbol.asyncDispose]())
const names = ['sqlite', 'mongodb', 'dynamodb'] as const

const history: Readonly<Record<string, readonly unknown[]>> = {
  'person/ana': ['first', awkward, '🏖'.repeat(60_000)],
  'person/ben': Array.from({ length: 12 }, (_, n) => n),
  'policy/a:1.x_y': [null],
}

const write = async (store: OpenStore, tenant: TenantId): Promise<void> => {
  for (const [name, notes] of Object.entries(history)) {
    const [kind = '', id = ''] = name.split('/')
    const there = stream(tenant, kind, id)
    const read = await store.events.read(there)
    if (!read.ok) throw new Error('stale')
    let { head } = read.value
    for (const [n, data] of notes.entries()) {
      const appended = await store.events.append(there, head, given().noted(`${name} ${n}`, { data }))
      if (!appended.ok) throw new Error('conflict')
      head = appended.value.head
    }
  }
}

const recordsOf = async (store: OpenStore, id: StreamId) => {
  const read = await store.events.read(id)
  return read.ok ? read.value.records : []
}

describe('the same history', () => {
  test('has the same bytes and the same heads in every store', async () => {
    const tenant = 'acme' as TenantId
    const told = await Promise.all(
      names.map(async (name) => {
        await using store = await stores.open(name)
        await write(store, tenant)
        const heads = await listed(store.events.heads(tenant))
        return {
          heads: heads.map(({ stream, head }) => ({ stream, ...head })),
          records: await Promise.all(heads.map(({ stream }) => recordsOf(store, stream))),
        }
      }),
    )
    const [sqlite, mongodb, dynamodb] = told
    expect(sqlite?.heads.map(({ stream, version }) => [stream.name, version])).toEqual([
      ['person/ana', 3],
      ['person/ben', 12],
      ['policy/a:1.x_y', 1],
    ])
    expect(mongodb).toEqual(sqlite)
    expect(dynamodb).toEqual(sqlite)
  })
})

describe.each(names)('a store on %s', (name) => {
  test('has every port, over tables that may be made twice and at once', async () => {
    await using store = await stores.open(name)
    await Promise.all([createTables(store, manifest), createTables(store, manifest)])
    const tenant = given().tenant()
    const id = stream(tenant, 'thing', '1')
    const delivered = Promise.withResolvers<Appended>()
    await using _feed = store.feed.deliver(async (batch) => {
      for (const one of batch) if (one.stream.tenant === tenant) delivered.resolve(one)
      return []
    })

    const note = given().noted('first')
    const start = await store.events.read(id)
    if (!start.ok) throw new Error('stale')
    expect(await store.events.append(id, start.value.head, note)).toMatchObject({ ok: true })
    expect(await delivered.promise).toEqual({ stream: id, record: { version: 1, body: note.body } })
    expect(await store.progress.save(await store.progress.load(id), { done: { project: 1 } })).toBe(true)
    expect(await store.tenants.settle(tenant, store.name)).toBe(name)
    expect(await store.records.save(tenant, { kind: 'card', id: 'ana', data: {} }, 0)).toBe(true)
    expect(await store.views('views').save(tenant, { id: 'leave/1', version: 1, doc: {} }, undefined)).toBe(true)
  })
})

test('DynamoDB tells the meter what a command cost', async () => {
  await using store = await stores.open('dynamodb')
  const tenant = given().tenant()
  const id = stream(tenant, 'thing', '1')
  const { units } = await metered(async () => {
    const read = await store.events.read(id)
    if (read.ok) await store.events.append(id, read.value.head, given().noted('first', { data: 'x'.repeat(1_500) }))
  })
  expect(units).toEqual({ reads: 1, writes: 2 })
})

test.each(['sqlite', 'mongodb'] as const)('%s tells what it would have cost, if asked to', async (name) => {
  await using store = await openStore({ ...stores.settings[name], AWAYDAY_METER: 'estimate' }, manifest.name)
  await createTables(store, manifest)
  const id = stream(given().tenant(), 'thing', '1')
  const { units } = await metered(async () => {
    const read = await store.events.read(id)
    if (read.ok) await store.events.append(id, read.value.head, given().noted('first', { data: 'x'.repeat(1_500) }))
  })
  expect(units).toEqual({ reads: 1, writes: 2 })
})
