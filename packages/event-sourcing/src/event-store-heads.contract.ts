import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { EventStore } from './event-store.port.ts'
import { type Given, largest, manyNoted, noted } from './testing/given.ts'
import { endOf, headOf, listed, written } from './testing/reading.ts'

export const heads = {
  'a tenant nobody wrote for has no heads': async (store, { tenant }) => {
    assert.deepEqual(await listed(store.heads(tenant())), [])
  },

  'heads are those that readings find, by name': async (store, { stream, tenant }) => {
    const names = ['b', 'a/1', 'a-1', 'B', 'a', 'a0', '_', '9', 'a:1', 'a.1']
    for (const [n, name] of names.entries()) await written(store, stream(name), manyNoted(1 + (n % 3) * 5))
    const found = await listed(store.heads(tenant()))
    assert.deepEqual(
      found.map(({ stream }) => stream.name),
      names.toSorted(),
    )
    for (const { stream: id, head } of found) assert.deepEqual(head, endOf(await headOf(store, id)))
  },

  'heads go on after a stream, even one that is not there': async (store, { stream, tenant }) => {
    for (const name of ['a', 'a/1', 'b', 'c']) await written(store, stream(name), manyNoted(11))
    const after = async (name: string) =>
      (await listed(store.heads(tenant(), stream(name).name))).map(({ stream }) => stream.name)
    assert.deepEqual(await after('a'), ['a/1', 'b', 'c'])
    assert.deepEqual(await after('aa'), ['b', 'c'])
    assert.deepEqual(await after('c'), [])
  },

  'heads are all there, however many and large': async (store, { stream, tenant }) => {
    const names = Array.from({ length: 130 }, (_, n) => `thing/${n}`)
    await Promise.all(names.map((name) => written(store, stream(name), [noted(name)])))
    for (const name of names.slice(0, 6)) await written(store, stream(name), [largest('x')])
    const found = await listed(store.heads(tenant()))
    assert.deepEqual(
      found.map(({ stream, head }) => [stream.name, head.version]),
      names.toSorted().map((name) => [name, names.indexOf(name) < 6 ? 2 : 1]),
    )
  },

  'a head is never older than an append that was answered': async (store, { stream, tenant }) => {
    const id = stream()
    for (let n = 1; n <= 12; n++) {
      const head = await written(store, id, [noted(`${n}`)])
      assert.deepEqual(await listed(store.heads(tenant())), [{ stream: id, head: endOf(head) }])
    }
  },
} satisfies Contract<EventStore, Given>
