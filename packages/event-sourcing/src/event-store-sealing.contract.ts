import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { err, type Instant, ok } from '@awayday/kernel'
import type { Conflict, EventStore } from './event-store.port.ts'
import { endAt, headAt } from './head.ts'
import { sealRecord } from './seal.ts'
import { type Given, manyNoted, noted } from './testing/given.ts'
import { bodiesOf, whole, written } from './testing/reading.ts'

const conflict = err<Conflict>({ type: 'Conflict' })

/** What a store by itself keeps: it takes nothing at a head that another one owns. Several stores together follow the seal instead. */
export const sealing = {
  'a head that another store owns is refused and leaves no trace': async (store, { stream }) => {
    const id = stream()
    const head = await written(store, id, manyNoted(1))
    const owners = (['sqlite', 'mongodb', 'dynamodb'] as const).filter((owner) => owner !== head.owner)
    for (const owner of owners) assert.deepEqual(await store.append(id, { ...head, owner }, noted('lost')), conflict)
    assert.equal((await bodiesOf(store, id)).length, 1)
  },

  'a seal hands the stream on: what follows it is refused here': async (store, { stream }) => {
    const id = stream()
    const before = await written(store, id, manyNoted(2))
    const to = before.owner === 'mongodb' ? 'dynamodb' : 'mongodb'
    const seal = sealRecord(id, { epoch: 3, to }, '2026-05-04T08:00:00.000Z' as Instant)
    const sealed = await store.append(id, before, seal)
    assert.deepEqual(sealed.ok && { ...sealed.value.head }, {
      ...endAt({ version: 3, body: seal.body }),
      owner: to,
      epoch: 3,
    })
    const { head } = await whole(store, id)
    assert.deepEqual(head, sealed.ok && sealed.value.head)
    assert.deepEqual(await store.append(id, head, noted('late')), conflict)
    assert.deepEqual(await store.append(id, before, noted('later')), conflict)
    assert.deepEqual(await store.read(id, before), ok({ records: [{ version: 3, body: seal.body }], head }))
  },

  'a copy of what another store decided follows the seal, and leaves it in force': async (store, { stream }) => {
    const id = stream()
    const before = await written(store, id, manyNoted(1))
    const to = before.owner === 'mongodb' ? 'dynamodb' : 'mongodb'
    await written(store, id, [sealRecord(id, { epoch: 1, to }, '2026-05-04T08:00:00.000Z' as Instant)])
    const copied = noted('decided elsewhere')
    const here = headAt(before.owner, (await whole(store, id)).head, 1)
    assert.equal((await store.append(id, here, copied)).ok, true)
    const { head } = await whole(store, id)
    assert.deepEqual({ ...head }, { ...endAt({ version: 3, body: copied.body }), owner: to, epoch: 1 })
    assert.deepEqual(await store.append(id, head, noted('late')), conflict)
  },
} satisfies Contract<EventStore, Given>
