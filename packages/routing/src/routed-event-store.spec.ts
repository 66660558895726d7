import {
  type EventStore,
  type Route,
  readBody,
  type StreamId,
  sealIn,
  sealRecord,
  whole,
} from '@awayday/event-sourcing'
import { given, listed } from '@awayday/event-sourcing/contracts'
import { err, type TenantId } from '@awayday/kernel'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Diverged } from './bring.ts'
import { handOver } from './hand-over.ts'
import { bodiesIn, storesNamed } from './testing/two-stores.ts'

let stores: ReturnType<typeof storesNamed>
let id: StreamId
let tenant: TenantId
beforeEach(async () => {
  stores = storesNamed('mongodb', 'dynamodb')
  const names = given()
  tenant = names.tenant()
  id = names.stream()
  await stores.reroute('mongodb', tenant, { home: 'mongodb', epoch: 0 })
})
afterEach(() => stores[Symbol.dispose]())

const note = (name: string) => given().noted(name)
const announced: Route = { home: 'mongodb', epoch: 1, to: 'dynamodb' }
const announce = (route: Route = announced) => stores.reroute('mongodb', tenant, route)

/** Appends as a command does: reads, and reads again as often as somebody else comes first. */
const write = async (events: EventStore, name: string, stream = id): Promise<void> => {
  for (let tries = 0; tries < 3; tries++) {
    const { head } = await whole(events, stream)
    if ((await events.append(stream, head, note(name))).ok) return
  }
  throw new Error(`${name} was not written`)
}
const said = async (events: EventStore, stream = id) =>
  (await whole(events, stream)).records.map((record) =>
    sealIn(record)
      ? `to ${sealIn(record)?.to}`
      : readBody(record)
          .events.map(({ type }) => type)
          .join(),
  )
const inStoreOf = (name: 'mongodb' | 'dynamodb') => bodiesIn(stores.events.get(name), id)

describe('under an announced move', () => {
  test('a stream nobody has handed over is still decided at home', async () => {
    const { events } = stores.start('mongodb')
    await write(events, 'first')
    await announce()
    const told = stores.start('mongodb')
    await write(told.events, 'second')
    expect(await inStoreOf('mongodb')).toHaveLength(2)
    expect(await inStoreOf('dynamodb')).toEqual([])
  })

  test('a stream that was handed over goes on where it went, the whole of it there', async () => {
    const { events } = stores.start('mongodb')
    await write(events, 'first')
    await announce()
    const told = stores.start('mongodb')
    await handOver(told, id, { epoch: 1, to: 'dynamodb' })
    await write(told.events, 'second')
    await write(events, 'third, by who never heard of the move')
    expect(await said(told.events)).toEqual(['Noted', 'to dynamodb', 'Noted', 'Noted'])
    expect(await said(events)).toEqual(['Noted', 'to dynamodb', 'Noted', 'Noted'])
    expect(await inStoreOf('mongodb')).toHaveLength(2)
    expect(await inStoreOf('dynamodb')).toHaveLength(4)
  })

  test('a writer held back before its append lands where the stream went, once', async () => {
    const { events } = stores.start('mongodb')
    await write(events, 'first')
    const held = await whole(events, id)
    await announce()
    await handOver(stores.start('mongodb'), id, { epoch: 1, to: 'dynamodb' })
    expect(await events.append(id, held.head, note('held back'))).toEqual(err({ type: 'Conflict' }))
    await write(events, 'held back')
    expect(await inStoreOf('dynamodb')).toHaveLength(3)
  })

  test('a writer held back for longer than half a minute reads again, whatever stands in its way', async () => {
    const told = stores.start('mongodb')
    const { head } = await whole(told.events, id)
    told.later()
    expect(await told.events.append(id, head, note('held back'))).toEqual(err({ type: 'Conflict' }))
    expect(await inStoreOf('mongodb')).toEqual([])
    await write(told.events, 'held back')
    expect(await inStoreOf('mongodb')).toHaveLength(1)
  })

  test('who finds nothing seals version 1 at home, so that nobody who knows of no move begins it there', async () => {
    const unaware = stores.start('mongodb')
    await unaware.routes.of(tenant)
    const held = await whole(unaware.events, id)
    await announce()
    const told = stores.start('mongodb')
    await write(told.events, 'first')
    expect(await unaware.events.append(id, held.head, note('late'))).toEqual(err({ type: 'Conflict' }))
    await write(unaware.events, 'late')
    expect(await said(told.events)).toEqual(['to dynamodb', 'Noted', 'Noted'])
    expect(await inStoreOf('mongodb')).toHaveLength(1)
  })

  test('a seal whose mover died is followed: what is missing is brought, whatever gap it left', async () => {
    const { events } = stores.start('mongodb')
    for (const name of ['1', '2', '3']) await write(events, name)
    const { records, head } = await whole(events, id)
    const third = records[2] ?? never()
    await stores.events.get('dynamodb')?.append(id, { ...head, version: 2, owner: 'dynamodb' }, note('3')) // and no others
    expect((await stores.events.get('mongodb')?.read(id))?.ok && third.body).toBe(note('3').body)
    await announce()
    const told = stores.start('mongodb')
    await stores.events.get('mongodb')?.append(id, head, sealRecord(id, { epoch: 1, to: 'dynamodb' }, told.clock.now()))
    expect(await said(told.events)).toEqual(['Noted', 'Noted', 'Noted', 'to dynamodb'])
    await write(told.events, '4')
    expect(await inStoreOf('dynamodb')).toHaveLength(5)
  })

  test('other bytes in the way are told loudly, and left alone', async () => {
    const { events } = stores.start('mongodb')
    await write(events, '1')
    await write(events, '2')
    const elsewhere = stores.events.get('dynamodb') ?? never()
    await elsewhere.append(id, (await whole(elsewhere, id)).head, note('1'))
    await elsewhere.append(id, (await whole(elsewhere, id)).head, note('another 2'))
    await announce()
    await expect(handOver(stores.start('mongodb'), id, { epoch: 1, to: 'dynamodb' })).rejects.toThrow(Diverged)
    expect(await inStoreOf('dynamodb')).toEqual([note('1').body, note('another 2').body])
  })

  test('what the new home has begun is seen by who has not heard that it is home, and written to', async () => {
    await announce()
    const unaware = stores.start('mongodb')
    await unaware.routes.of(tenant)
    await stores.reroute('dynamodb', tenant, { home: 'dynamodb', epoch: 1 })
    await announce({ home: 'dynamodb', epoch: 1 })
    await write(stores.start('mongodb').events, 'first')
    expect(await said(unaware.events)).toEqual(['Noted'])
    await write(unaware.events, 'second')
    expect(await inStoreOf('dynamodb')).toHaveLength(2)
    expect(await inStoreOf('mongodb')).toEqual([])
  })

  test('a mover that comes late, after the way back, seals nothing again', async () => {
    const { events } = stores.start('mongodb')
    await write(events, 'first')
    await announce()
    const late = stores.start('mongodb')
    await handOver(late, id, { epoch: 1, to: 'dynamodb' })
    await announce({ home: 'mongodb', epoch: 2, to: 'mongodb' })
    const returning = stores.start('mongodb')
    await handOver(returning, id, { epoch: 2, to: 'mongodb' })
    await handOver(late, id, { epoch: 1, to: 'dynamodb' })
    expect(await said(returning.events)).toEqual(['Noted', 'to dynamodb', 'to mongodb'])
  })

  test('streams are listed once, as far as they have got', async () => {
    const { events } = stores.start('mongodb')
    const [b, c] = ['b', 'c'].map((name) => ({ tenant, name: name as StreamId['name'] }))
    await write(events, 'first', b)
    await write(events, 'first', c)
    await announce()
    const told = stores.start('mongodb')
    await handOver(told, b ?? never(), { epoch: 1, to: 'dynamodb' })
    await write(told.events, 'second', b)
    expect((await listed(told.events.heads(tenant))).map(({ stream, head }) => [stream.name, head.version])).toEqual([
      ['b', 3],
      ['c', 1],
    ])
  })
})

describe('after a move', () => {
  const finish = async () => {
    await stores.reroute('dynamodb', tenant, { home: 'dynamodb', epoch: 1 })
    await stores.reroute('mongodb', tenant, { home: 'dynamodb', epoch: 1 })
  }

  test('a seal alone at home, by who had not heard of the new one, seals nothing', async () => {
    await announce()
    const late = stores.start('mongodb')
    await late.routes.of(tenant)
    await finish()
    await write(stores.start('mongodb').events, 'first, made in the new home')
    await write(late.events, 'second, by who is late')
    expect(await said(late.events)).toEqual(['Noted', 'Noted'])
    expect(await inStoreOf('dynamodb')).toHaveLength(2)
  })

  test('a move back does not take the seals of earlier ones for its own', async () => {
    const { events } = stores.start('mongodb')
    await write(events, '1')
    await announce()
    await handOver(stores.start('mongodb'), id, { epoch: 1, to: 'dynamodb' })
    await announce({ ...announced, epoch: 2, to: 'mongodb' })
    await handOver(stores.start('mongodb'), id, { epoch: 2, to: 'mongodb' })
    await announce({ ...announced, epoch: 3 })
    await handOver(stores.start('mongodb'), id, { epoch: 3, to: 'dynamodb' })
    await finish()
    // The old data is gone, and a copy back has got as far as the seal of epoch 2, which names this store.
    using fresh = storesNamed('mongodb')
    const old = fresh.events.get('mongodb') ?? never()
    for (const record of (await whole(stores.events.get('dynamodb') ?? never(), id)).records.slice(0, 3))
      await old.append(
        id,
        { ...(await whole(old, id)).head, owner: 'mongodb' },
        { body: record.body, commandId: readBody(record).command.id },
      )
    stores.events.set('mongodb', old)
    await stores.reroute('dynamodb', tenant, { home: 'dynamodb', epoch: 4, to: 'mongodb' })
    const told = stores.start('mongodb')
    await write(told.events, '2')
    expect(await said(told.events)).toEqual(['Noted', 'to dynamodb', 'to mongodb', 'to dynamodb', 'Noted'])
    await handOver(told, id, { epoch: 4, to: 'mongodb' })
    await write(told.events, '3')
    expect(await said(told.events)).toHaveLength(7)
    expect(await inStoreOf('mongodb')).toHaveLength(7)
  })
})

const never = (): never => {
  throw new Error('there is no such store')
}
