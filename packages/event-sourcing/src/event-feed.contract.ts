import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Appended, EventFeed, Failed } from './event-feed.port.ts'
import type { EventStore } from './event-store.port.ts'
import { sameStream } from './stream.ts'
import { type Given, largest, manyNoted, noted } from './testing/given.ts'
import { written } from './testing/reading.ts'

/** A feed is tried together with the store whose appends it delivers. */
export type StoreWithFeed = { readonly events: EventStore; readonly feed: EventFeed }

export const eventFeedContract: Contract<StoreWithFeed, Given> = {
  'every append is delivered as it was stored': async ({ events, feed }, given) => {
    const streams = [given.stream(), given.stream(), given.stream('a/1', given.tenant('-other'))]
    const seen = listener(given)
    await using _open = feed.deliver(seen.take)
    for (const id of streams) await written(events, id, [...manyNoted(3, id.name), largest('🏖')])
    await seen.until(() => streams.every((id) => seen.versions(id.tenant, id.name).length === 4))
    for (const id of streams) {
      const all = [...manyNoted(3, id.name), largest('🏖')].map(({ body }, n) => ({ version: n + 1, body }))
      assert.deepEqual(seen.records(id.tenant, id.name), all)
    }
  },

  'batches hold 1 to 100 records, one batch at a time': async ({ events, feed }, given) => {
    const seen = listener(given)
    const sizes: number[] = []
    let running = 0
    await using _open = feed.deliver(async (batch) => {
      sizes.push(batch.length)
      assert.equal(++running, 1, 'two batches at a time')
      await events.read(given.stream('somebody/else')) // yields to whatever else would run
      running--
      return seen.take(batch)
    })
    const streams = Array.from({ length: 250 }, (_, n) => given.stream(`many/${n}`))
    await Promise.all(streams.map((id) => written(events, id, manyNoted(1))))
    await seen.until(() => streams.every((id) => seen.versions(id.tenant, id.name).length === 1))
    assert.deepEqual(
      sizes.filter((size) => size < 1 || size > 100),
      [],
    )
  },

  'what failed comes again, and the rest need not': async ({ events, feed }, given) => {
    const id = given.stream()
    const seen = listener(given)
    let failures = 2
    await using _open = feed.deliver(async (batch) => {
      await seen.take(batch)
      const mine = batch.filter(({ stream, record }) => sameStream(stream, id) && record.version === 2)
      if (mine.length === 0 || failures-- <= 0) return []
      return mine.map(({ stream, record }): Failed => ({ stream, version: record.version }))
    })
    await written(events, id, manyNoted(3))
    await seen.until(() => seen.count(id.tenant, id.name, 2) >= 3 && seen.versions(id.tenant, id.name).length === 3)
  },

  'a batch whose taker throws comes again': async ({ events, feed }, given) => {
    const id = given.stream()
    const seen = listener(given)
    let failures = 2
    await using _open = feed.deliver(async (batch) => {
      if (batch.some(({ stream }) => stream.tenant === id.tenant) && failures-- > 0) throw new Error('not now')
      return seen.take(batch)
    })
    await written(events, id, manyNoted(3))
    await seen.until(() => seen.versions(id.tenant, id.name).length === 3)
    assert.ok(failures <= 0)
  },

  'closing waits for the batch under way, and nothing comes afterwards': async ({ events, feed }, given) => {
    const id = given.stream()
    const [reached, hold] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = listener(given)
    let finished = false
    const open = feed.deliver(async (batch) => {
      if (batch.some(({ stream }) => stream.tenant === id.tenant)) {
        reached.resolve()
        await hold.promise
        finished = true
      }
      return first.take(batch)
    })
    await written(events, id, [noted('first')])
    await reached.promise
    const closed = open[Symbol.asyncDispose]()
    hold.resolve()
    await closed
    assert.ok(finished, 'closed while a batch was under way')

    const second = listener(given)
    await using _open = feed.deliver(second.take)
    for (const [n, key] of ['second', 'third'].entries()) {
      await written(events, id, [noted(key)])
      await second.until(() => second.versions(id.tenant, id.name).includes(n + 2))
    } // by the third, whoever listens has been told of the second
    assert.deepEqual(first.versions(id.tenant, id.name), [1])
  },

  'two that listen are each told everything': async ({ events, feed }, given) => {
    const id = given.stream()
    const [one, other] = [listener(given), listener(given)]
    await using _one = feed.deliver(one.take)
    await using _other = feed.deliver(other.take)
    await written(events, id, manyNoted(2))
    for (const seen of [one, other]) await seen.until(() => seen.versions(id.tenant, id.name).length === 2)
  },
}

/** Remembers what was delivered, and resolves when it is enough: a test waits for a fact, never for a time. */
const listener = (given: Given) => {
  const all: Appended[] = []
  const waiting = new Set<() => void>()
  const of = (tenant: string, name: string) =>
    all.filter(({ stream }) => stream.tenant === tenant && stream.name === name).map(({ record }) => record)
  const records = (tenant: string, name: string) =>
    of(tenant, name)
      .filter(({ version }, n, records) => records.findIndex((other) => other.version === version) === n)
      .toSorted((a, b) => a.version - b.version)

  return {
    async take(batch: readonly Appended[]): Promise<readonly Failed[]> {
      all.push(...batch.filter(({ stream }) => stream.tenant.startsWith(given.tenant())))
      for (const check of waiting) check()
      return []
    },
    /** Each version once, in order: deliveries may be doubled and in any order. */
    records,
    versions: (tenant: string, name: string) => records(tenant, name).map(({ version }) => version),
    count: (tenant: string, name: string, version: number) =>
      of(tenant, name).filter((record) => record.version === version).length,
    until: (enough: () => boolean) =>
      new Promise<void>((resolve) => {
        const check = (): void => {
          if (!enough()) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      }),
  }
}
