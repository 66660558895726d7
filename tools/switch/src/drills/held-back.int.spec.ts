import { processClock } from '@awayday/clock'
import {
  commandId,
  type EventStore,
  handle,
  readBody,
  type StoreName,
  type StreamId,
  sealIn,
  stream,
  whole,
} from '@awayday/event-sourcing'
import type { Decider, EventCodec } from '@awayday/event-sourcing/decider'
import { type Instant, ok, parseTenantId, type TenantId } from '@awayday/kernel'
import { controlTable, eventTable, recordTable, type ServiceManifest } from '@awayday/manifest'
import { handOver, inStore, routedEventStore, routesOver } from '@awayday/routing'
import { createTables, openStores } from '@awayday/stores'
import { afterAll, describe, expect, test } from 'vitest'
import { openGround } from './ground.ts'

const manifest: ServiceManifest = {
  name: 'leave',
  root: import.meta.url,
  functions: {},
  tables: { events: eventTable(), control: controlTable(), records: recordTable() },
}

/** Says a word; whatever was said before. */
const sayer: Decider<string, string, readonly string[], never> = {
  initial: [],
  decide: (word, said) => ok(said.includes(word) ? [] : [word]),
  evolve: (said, word) => [...said, word],
}
const codec: EventCodec<string> = {
  encode: (word) => ({ type: 'Said', v: 1, data: word }),
  decode: ({ data }) => String(data),
}

/** Ana says something; the word is the key. */
const metaOf = (tenant: TenantId, key: string) => ({
  tenant,
  actor: 'ana',
  key,
  digest: key,
  correlation: 'c',
  cause: 'c',
  at: '2026-05-04T08:00:00.000Z' as Instant,
})

const ground = await openGround()
const { all } = await openStores(ground.env('mongodb'), manifest.name)
await Promise.all(all.map((store) => createTables(store, manifest)))
afterAll(async () => {
  for (const store of all) await store[Symbol.asyncDispose]()
  await ground[Symbol.asyncDispose]()
})
const stores = new Map(all.map((store) => [store.name, store.events]))
const tenants = new Map(all.map((store) => [store.name, store.tenants]))

/** A process. `stale`: it never asks twice where a tenant lives. */
const processOf = (home: StoreName, stale = false) => {
  const routes = routesOver(tenants, home, stale ? () => 0 : () => performance.now())
  const world = { stores, routes, clock: processClock }
  const store = routedEventStore(world)
  const say = (where: StreamId, word: string, events: EventStore = store) =>
    handle({ store: events }, sayer, codec)(where, metaOf(where.tenant, word), () => word)
  return { ...world, store, say }
}

/** The first append waits at the door until it is told to go on. */
const heldBack = (events: EventStore) => {
  const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isHeld = true
  return {
    arrived: arrived.promise,
    release: released.resolve,
    events: {
      ...events,
      append: async (...args: Parameters<EventStore['append']>) => {
        if (isHeld) {
          isHeld = false
          arrived.resolve()
          await released.promise
        }
        return events.append(...args)
      },
    },
  }
}

const announce = async (tenant: TenantId, home: StoreName, to: StoreName): Promise<void> => {
  const row = await inStore(tenants, home).route(tenant)
  expect(await inStore(tenants, home).reroute(tenant, { home, epoch: 1, to }, row?.rev ?? 0)).toBe(true)
}

/** As often as it takes until nothing is left, as a cut-over does. */
const sweep = async (tenant: TenantId, home: StoreName, to: StoreName): Promise<void> => {
  const mover = processOf(home)
  for await (const { stream: where } of mover.store.heads(tenant)) await handOver(mover, where, { epoch: 1, to })
}

const storedIn = async (name: StoreName, where: StreamId) =>
  (await whole(inStore(stores, name), where)).records.map((record) => {
    const seal = sealIn(record)
    return seal
      ? `to ${seal.to}`
      : readBody(record)
          .events.map(({ data }) => data)
          .join()
  })
const timesIn = async (name: StoreName, where: StreamId, word: string): Promise<number> => {
  const id = commandId(metaOf(where.tenant, word))
  return (await whole(inStore(stores, name), where)).records.filter((record) => readBody(record).command.id === id)
    .length
}

let companies = 0
const settled = async (home: StoreName): Promise<{ readonly tenant: TenantId; readonly ana: StreamId }> => {
  const tenant = parseTenantId(`company-${++companies}`) as TenantId
  for (const { tenants: known } of all) await known.settle(tenant, home)
  return { tenant, ana: stream(tenant, 'person', 'ana') }
}

describe.each([
  ['mongodb', 'dynamodb'],
  ['dynamodb', 'sqlite'],
  ['sqlite', 'mongodb'],
] as const)('a writer held back before its append for the whole move from %s to %s', (home, to) => {
  test.each([
    ['lands in the new store, once', false],
    ['lands there, once, though its process has not heard of the move', true],
  ])('%s', async (_what, stale) => {
    const { tenant, ana } = await settled(home)
    const writer = processOf(home, stale)
    expect(await writer.say(ana, 'one')).toMatchObject({ ok: true })
    const held = heldBack(writer.store)
    const late = writer.say(ana, 'late', held.events)
    await held.arrived
    await announce(tenant, home, to)
    await sweep(tenant, home, to)
    expect(await processOf(home).say(ana, 'meanwhile')).toMatchObject({ ok: true, value: { version: 3 } })
    held.release()

    expect(await late).toMatchObject({ ok: true, value: { version: 4, replayed: false } })
    expect(await storedIn(home, ana)).toEqual(['one', `to ${to}`])
    expect(await storedIn(to, ana)).toEqual(['one', `to ${to}`, 'meanwhile', 'late'])
    expect(await writer.say(ana, 'late')).toMatchObject({ ok: true, value: { version: 4, replayed: true } })
    expect(await timesIn(to, ana, 'late')).toBe(1)
  })

  test('of a stream that does not exist yet lands in the new store, once, where others began it there', async () => {
    const { tenant, ana } = await settled(home)
    const writer = processOf(home, true)
    const held = heldBack(writer.store)
    const late = writer.say(ana, 'late', held.events)
    await held.arrived
    await announce(tenant, home, to)
    await sweep(tenant, home, to)
    expect(await processOf(home).say(ana, 'meanwhile')).toMatchObject({ ok: true, value: { version: 2 } })
    held.release()

    expect(await late).toMatchObject({ ok: true, value: { version: 3, replayed: false } })
    expect(await storedIn(home, ana)).toEqual([`to ${to}`])
    expect(await storedIn(to, ana)).toEqual([`to ${to}`, 'meanwhile', 'late'])
  })

  test('of a stream that nobody began, by a process that has not heard of it, lands there with the next sweep, once', async () => {
    const { tenant, ana } = await settled(home)
    const writer = processOf(home, true)
    const held = heldBack(writer.store)
    const late = writer.say(ana, 'late', held.events)
    await held.arrived
    await announce(tenant, home, to)
    await sweep(tenant, home, to)
    held.release()
    expect(await late).toMatchObject({ ok: true, value: { version: 1 } })
    await sweep(tenant, home, to)

    expect(await storedIn(home, ana)).toEqual(['late', `to ${to}`])
    expect(await storedIn(to, ana)).toEqual(['late', `to ${to}`])
    expect(await writer.say(ana, 'late')).toMatchObject({ ok: true, value: { version: 1, replayed: true } })
    expect(await processOf(home).say(ana, 'then')).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await storedIn(home, ana)).toEqual(['late', `to ${to}`])
  })
})
