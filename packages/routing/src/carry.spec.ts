import {
  type Consumer,
  consumerRunner,
  type EventStore,
  type Route,
  type StoreName,
  type StreamId,
  whole,
} from '@awayday/event-sourcing'
import { given } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { carry } from './carry.ts'
import { handOver } from './hand-over.ts'
import { inStore } from './known.ts'
import { bodiesIn, storesNamed } from './testing/two-stores.ts'

let stores: ReturnType<typeof storesNamed>
let id: StreamId
let tenant: TenantId
const seen: string[] = []
beforeEach(async () => {
  stores = storesNamed('mongodb', 'dynamodb')
  id = given().stream()
  tenant = id.tenant
  seen.length = 0
  await stores.reroute('mongodb', tenant, { home: 'mongodb', epoch: 0 })
})
afterEach(() => stores[Symbol.dispose]())

const announced: Route = { home: 'mongodb', epoch: 1, to: 'dynamodb' }
const write = async (events: EventStore, name: string): Promise<void> => {
  const { head } = await whole(events, id)
  expect((await events.append(id, head, given().noted(name))).ok).toBe(true)
}

/** Follows one store with a projection, an effect and the reverse tail, each of which tells what it saw. */
const sweep = async (here: StoreName): Promise<readonly string[]> => {
  const { routes, clock } = stores.start('mongodb')
  const tells = (name: string, everywhere?: true): Consumer => ({
    name,
    ...(everywhere && { everywhere }),
    consume: async ({ record }) => void seen.push(`${here} ${name} ${record.version}`),
  })
  const before = seen.length
  await consumerRunner({
    store: inStore(stores.events, here),
    progress: inStore(stores.progress, here),
    clock,
    place: { here, home: async (of) => (await routes.now(of)).home, anew: async () => undefined },
    consumers: [tells('project', true), tells('publish'), carry(here, stores.events, routes)],
  }).sweep(tenant)
  return seen.slice(before)
}
const done = async (here: StoreName) => (await inStore(stores.progress, here).load(id)).done

describe('who follows a store that a tenant moves out of or into', () => {
  test('projects every record in each store, and acts once for each, where it was decided', async () => {
    const { events } = stores.start('mongodb')
    await write(events, 'one')
    await write(events, 'two')
    expect(await sweep('mongodb')).toEqual([
      'mongodb project 1',
      'mongodb project 2',
      'mongodb publish 1',
      'mongodb publish 2',
    ])
    await write(events, 'three')
    await stores.reroute('mongodb', tenant, announced)
    const told = stores.start('mongodb')
    await handOver(told, id, { epoch: 1, to: 'dynamodb' })
    await write(told.events, 'five')
    expect(await sweep('dynamodb')).toEqual([...[1, 2, 3, 5].map((n) => `dynamodb project ${n}`), 'dynamodb publish 5'])
    expect(await done('dynamodb')).toEqual({ project: 5, publish: 5, carry: 5 })
    expect(await sweep('mongodb')).toEqual(['mongodb project 3', 'mongodb project 5', 'mongodb publish 3'])
    expect(await done('mongodb')).toEqual({ project: 5, publish: 5, carry: 5 })
  })

  test('carries what was decided away from home back home, with all that came before it', async () => {
    await write(stores.start('mongodb').events, 'one')
    await stores.reroute('mongodb', tenant, announced)
    const told = stores.start('mongodb')
    await handOver(told, id, { epoch: 1, to: 'dynamodb' })
    await write(told.events, 'three')
    await write(told.events, 'four')
    await sweep('dynamodb')
    expect(await bodiesIn(stores.events.get('mongodb'), id)).toEqual(await bodiesIn(stores.events.get('dynamodb'), id))
    expect((await whole(told.events, id)).head).toMatchObject({ version: 4, owner: 'dynamodb' })
  })

  test('does not tell in the new home what was decided in the old one, however late it looks', async () => {
    const { events } = stores.start('mongodb')
    await write(events, 'one')
    await stores.reroute('mongodb', tenant, announced)
    await handOver(stores.start('mongodb'), id, { epoch: 1, to: 'dynamodb' })
    await stores.reroute('dynamodb', tenant, { home: 'dynamodb', epoch: 1 })
    await stores.reroute('mongodb', tenant, { home: 'dynamodb', epoch: 1 })
    await write(stores.start('mongodb').events, 'three')
    expect(await sweep('dynamodb')).toEqual(['dynamodb project 1', 'dynamodb project 3', 'dynamodb publish 3'])
  })

  test('waits for what a move has not brought yet, and parks what is missing at home', async () => {
    const { events } = stores.start('mongodb')
    for (const name of ['one', 'two', 'three']) await write(events, name)
    const { records, head } = await whole(events, id)
    const last = records[2]?.body ?? ''
    const copy = { body: last, commandId: JSON.parse(last).command.id }
    await stores.events.get('dynamodb')?.append(id, { ...head, version: 2, owner: 'dynamodb' }, copy)
    expect(await sweep('dynamodb')).toEqual([])
    const waiting = await inStore(stores.progress, 'dynamodb').load(id)
    expect([waiting.parked, waiting.due?.tries]).toEqual([undefined, 1])
    await stores.reroute('mongodb', tenant, { home: 'dynamodb', epoch: 1 })
    await stores.reroute('dynamodb', tenant, { home: 'dynamodb', epoch: 1 })
    await inStore(stores.progress, 'dynamodb').save(waiting, { done: {} })
    await sweep('dynamodb')
    expect(Object.keys((await inStore(stores.progress, 'dynamodb').load(id)).parked ?? {})).toEqual([
      'project',
      'publish',
      'carry',
    ])
  })
})
