import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { err, ok, type TenantId } from '@awayday/kernel'
import type { EventStore } from './event-store.port.ts'
import { appending } from './event-store-appending.contract.ts'
import { heads } from './event-store-heads.contract.ts'
import { sealing } from './event-store-sealing.contract.ts'
import type { StaleHead } from './head.ts'
import { APPEND_BYTES_MAX, digestOf, type StoredRecord } from './record.ts'
import { awkward } from './testing/awkward.ts'
import { bodies, type Given, largest, manyNoted, noted } from './testing/given.ts'
import { headOf, holds, listed, whole, written } from './testing/reading.ts'

const stale = err<StaleHead>({ type: 'StaleHead' })

const reading = {
  'a stream nobody wrote to is empty': async (store, { stream }) => {
    const { records, head } = await whole(store, stream())
    assert.deepEqual(records, [])
    assert.deepEqual({ version: head.version, digest: head.digest }, { version: 0, digest: '' })
  },

  'records come back as written, in order': async (store, { stream }) => {
    const id = stream()
    const all = manyNoted(13) // past 9 and 10, which text would sort the other way
    await written(store, id, all)
    const { records } = await whole(store, id)
    assert.deepEqual(
      records,
      all.map(({ body }, n) => ({ version: n + 1, body })),
    )
  },

  'an append answers the record and the head that a reading finds': async (store, { stream }) => {
    const id = stream()
    const first = noted('first')
    const appended = await store.append(id, await headOf(store, id), first)
    const { records, head } = await whole(store, id)
    assert.deepEqual(appended, ok({ record: { version: 1, body: first.body }, head }))
    assert.deepEqual(records, [{ version: 1, body: first.body }])
    assert.deepEqual({ version: head.version, digest: head.digest }, { version: 1, digest: digestOf(first.body) })
  },

  'awkward values come back byte for byte': async (store, { stream }) => {
    const id = stream()
    const record = noted('awkward', { data: { ...awkward, halves: '\ud83c and \udfd6' } })
    await written(store, id, [record])
    await holds(store, id, [record])
  },

  'the largest record fits, in one byte a character and in four': async (store, { stream }) => {
    const id = stream()
    const records = [largest('x'), largest('🏖')]
    for (const { body } of records) assert.equal(Buffer.byteLength(body), APPEND_BYTES_MAX)
    await written(store, id, records)
    await holds(store, id, records)
  },

  'the longest names fit, and count to their last character': async (store, given) => {
    const tenant = (last: string) => `${given.tenant()}${'x'.repeat(60)}`.slice(0, 59).concat(last) as TenantId
    const name = (last: string) => `Az09-./:_${'x'.repeat(200)}`.slice(0, 199).concat(last)
    const ids = ['a', 'b'].flatMap((t) => ['a', 'b'].map((n) => given.stream(name(n), tenant(t))))
    for (const [n, id] of ids.entries()) await written(store, id, [noted(`${n}`)])
    for (const [n, id] of ids.entries()) await holds(store, id, [noted(`${n}`)])
  },

  'a stream of more than a megabyte is read whole, and on from its middle': async (store, { stream }) => {
    const id = stream()
    const records = ['a', 'b', 'c', 'd', 'e'].map((letter) => largest(letter))
    const middle = await written(store, id, records.slice(0, 2))
    await written(store, id, records.slice(2))
    await holds(store, id, records)
    const further = await store.read(id, middle)
    assert.deepEqual(further.ok && further.value.records.map(({ body }) => body), bodies(records.slice(2)))
  },

  'a stream of more records than a page is read whole': async (store, { stream }) => {
    const id = stream()
    const records = manyNoted(230)
    await written(store, id, records)
    await holds(store, id, records)
  },

  'what a reader does to what it was given changes nothing': async (store, { stream }) => {
    const id = stream()
    const first = noted('first')
    await written(store, id, [first])
    const records = (await whole(store, id)).records as StoredRecord[]
    for (const record of records) Object.assign(record, { body: 'changed' })
    records.pop()
    await holds(store, id, [first])
  },
} satisfies Contract<EventStore, Given>

const readingOn = {
  'reading on from a head gives what followed it': async (store, { stream }) => {
    const id = stream()
    const records = manyNoted(12)
    const ninth = await written(store, id, records.slice(0, 9))
    const last = await written(store, id, records.slice(9))
    assert.deepEqual(
      await store.read(id, ninth),
      ok({ records: records.slice(9).map(({ body }, n) => ({ version: 10 + n, body })), head: last }),
    )
  },

  'reading on from the end gives nothing, and the same head': async (store, { stream }) => {
    const id = stream()
    const head = await written(store, id, manyNoted(2))
    assert.deepEqual(await store.read(id, head), ok({ records: [], head }))
  },

  'reading on from the head of an empty stream gives all of it': async (store, { stream }) => {
    const id = stream()
    const start = await headOf(store, id)
    const records = manyNoted(2)
    const head = await written(store, id, records)
    assert.deepEqual(
      await store.read(id, start),
      ok({ records: records.map(({ body }, n) => ({ version: n + 1, body })), head }),
    )
  },

  'a head whose record is another here is stale': async (store, { stream }) => {
    const [here, there] = [stream(), stream()]
    await written(store, here, [noted('a'), noted('b'), noted('c')])
    const elsewhere = await written(store, there, [noted('a'), noted('x')])
    assert.deepEqual(await store.read(here, elsewhere), stale)
  },

  'a head beyond the end of the stream is stale': async (store, { stream }) => {
    const [short, long] = [stream(), stream()]
    await written(store, short, manyNoted(1))
    const beyond = await written(store, long, manyNoted(3))
    assert.deepEqual(await store.read(short, beyond), stale)
    assert.deepEqual(await store.read(stream(), beyond), stale)
  },

  'a record that is missing is never read over': async (store, { stream }) => {
    const id = stream()
    const first = await written(store, id, manyNoted(1))
    await store.append(id, { ...first, version: 2 }, noted('third')) // a head that nobody was handed
    await assert.rejects(() => store.read(id), /gap/)
    await assert.rejects(() => store.read(id, first), /gap/)
  },
} satisfies Contract<EventStore, Given>

const apart = {
  'streams whose names run together are apart': async (store, { stream, tenant }) => {
    const ids = ['a', 'a-1', 'a.1', 'a/1', 'a/10', 'a/1/0', 'a0', 'a:1', 'a_1', 'aa', 'A', '1', '-'].map((it) =>
      stream(it),
    )
    for (const id of ids) await written(store, id, [noted(`${id.name} 1`), noted(`${id.name} 2`)])
    for (const id of ids) await holds(store, id, [noted(`${id.name} 1`), noted(`${id.name} 2`)])
    assert.equal((await listed(store.heads(tenant()))).length, ids.length)
  },

  'tenants whose names run together are apart': async (store, { stream, tenant }) => {
    const ids = [
      stream('a1', tenant()),
      stream('a1', tenant('a')),
      stream('1', tenant('a')),
      stream('a1', tenant('-a')),
    ]
    for (const id of ids) await written(store, id, [noted(`${id.tenant} ${id.name}`)])
    for (const id of ids) await holds(store, id, [noted(`${id.tenant} ${id.name}`)])
    assert.deepEqual(
      (await listed(store.heads(tenant('a')))).map(({ stream }) => stream.name),
      ['1', 'a1'],
    )
  },
} satisfies Contract<EventStore, Given>

/** What several stores together keep as well. */
export const severalStoresContract: Contract<EventStore, Given> = {
  ...reading,
  ...readingOn,
  ...apart,
  ...appending,
  ...heads,
}

/** Every promise of the event store's port, of a store by itself. */
export const eventStoreContract: Contract<EventStore, Given> = { ...severalStoresContract, ...sealing }
