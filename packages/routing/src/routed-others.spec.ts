import { type Route, type StoreName, StoreUnavailable, type StreamName } from '@awayday/event-sourcing'
import { listed } from '@awayday/event-sourcing/contracts'
import type { Instant, TenantId } from '@awayday/kernel'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { routedViews } from './routed-views.ts'
import { storesNamed } from './testing/two-stores.ts'

let stores: ReturnType<typeof storesNamed>
beforeEach(() => {
  stores = storesNamed('mongodb', 'dynamodb')
})
afterEach(() => stores[Symbol.dispose]())

const acme = 'acme' as TenantId
const announced: Route = { home: 'mongodb', epoch: 1, to: 'dynamodb' }

describe('tenants of several stores', () => {
  test('settle once, wherever a process would have newcomers', async () => {
    const [one, other] = [stores.start('mongodb'), stores.start('dynamodb')]
    const homes = await Promise.all([one.tenants.settle(acme, 'mongodb'), other.tenants.settle(acme, 'dynamodb')])
    expect(new Set(homes).size).toBe(1)
    expect(await one.routes.now(acme)).toEqual(await other.routes.now(acme))
  })

  test('settle where a process that knows one store has settled them', async () => {
    await stores.tenants.get('mongodb')?.settle(acme, 'mongodb')
    expect(await stores.start('dynamodb').tenants.settle(acme, 'dynamodb')).toBe('mongodb')
  })

  test('are listed once, and only where their home is known', async () => {
    const { tenants } = stores.start('mongodb')
    for (const name of ['a', 'b', 'c']) await tenants.settle(name as TenantId, 'mongodb')
    await stores.reroute('dynamodb', 'd' as TenantId, { home: 'dynamodb', epoch: 0 })
    await stores.reroute('mongodb', 'e' as TenantId, { home: 'sqlite', epoch: 3 })
    expect(await listed(tenants.all())).toEqual(['a', 'b', 'c', 'd'])
  })

  test('are not left out of a listing because their store has trouble', async () => {
    const { tenants } = stores.start('mongodb')
    await tenants.settle(acme, 'mongodb')
    const mongodb = stores.tenants.get('mongodb')
    if (!mongodb) throw new Error('no such store')
    mongodb.route = () => Promise.reject(new StoreUnavailable('throttled'))
    await expect(listed(tenants.all())).rejects.toThrow('throttled')
  })

  test('are where the new home says, while the home is being changed', async () => {
    await stores.reroute('mongodb', acme, { ...announced, finishing: true })
    const before = await stores.start('mongodb').routes.now(acme)
    expect(before).toMatchObject({ home: 'mongodb', to: 'dynamodb' })
    await stores.reroute('dynamodb', acme, { home: 'dynamodb', epoch: 1 })
    expect(await stores.start('mongodb').routes.now(acme)).toMatchObject({ home: 'dynamodb', epoch: 1 })
  })

  test('are trouble where their store is not known, told with the setting that is missing', async () => {
    await stores.reroute('mongodb', acme, { home: 'sqlite', epoch: 1 })
    const { events } = stores.start('mongodb')
    await expect(events.read({ tenant: acme, name: 'person/ana' as StreamName })).rejects.toThrow(
      "a tenant's data lies in sqlite, and this process knows mongodb, dynamodb: add sqlite to AWAYDAY_OTHER_STORES",
    )
  })

  test('have routes that are asked for again after five seconds', async () => {
    await stores.reroute('mongodb', acme, { home: 'mongodb', epoch: 0 })
    const { routes, later } = stores.start('mongodb')
    await routes.of(acme)
    await stores.reroute('mongodb', acme, announced)
    expect(await routes.of(acme)).toMatchObject({ epoch: 0 })
    later()
    expect(await routes.of(acme)).toMatchObject({ epoch: 1 })
  })
})

describe('keys of several stores', () => {
  const key = { tenant: acme, actor: 'ana', key: 'k1' }
  const use = { digest: 'd', stream: 'person/ana' as StreamName }
  const at = '2026-05-04T08:00:00.000Z' as Instant

  test('are known before, during and after a move', async () => {
    await stores.reroute('mongodb', acme, announced)
    expect(await stores.start('mongodb').registry.note(key, use, at)).toEqual({ first: use, at, again: false })
    expect(await stores.start('mongodb').registry.note(key, { ...use, digest: 'e' }, at)).toEqual({
      first: use,
      at,
      again: true,
    })
    await stores.reroute('dynamodb', acme, { home: 'dynamodb', epoch: 1 })
    await stores.reroute('mongodb', acme, { home: 'dynamodb', epoch: 1 })
    expect(await stores.start('mongodb').registry.note(key, use, at)).toEqual({ first: use, at, again: true })
  })

  test('of a try that was cut short between two stores are noted as of that try by the next', async () => {
    await stores.registry.get('mongodb')?.note(key, use, at)
    await stores.reroute('mongodb', acme, announced)
    const later = '2026-05-04T08:01:00.000Z' as Instant
    expect(await stores.start('mongodb').registry.note(key, use, later)).toEqual({ first: use, at, again: true })
    expect(await stores.registry.get('dynamodb')?.note(key, use, later)).toEqual({ first: use, at, again: true })
  })

  test('of before the move are known at home', async () => {
    await stores.registry.get('mongodb')?.note(key, use, at)
    await stores.reroute('mongodb', acme, announced)
    expect(await stores.start('mongodb').registry.note(key, use, at)).toEqual({ first: use, at, again: true })
  })
})

test('views are asked at home until they are read where the tenant goes', async () => {
  const views = (name: StoreName) => ({ who: async (tenant: TenantId, day: string) => [name, tenant, day] })
  const known = new Map((['mongodb', 'dynamodb'] as const).map((name) => [name, views(name)]))
  const ask = () => routedViews(known, stores.start('mongodb').routes).who(acme, 'monday')
  expect(await ask()).toEqual(['mongodb', 'acme', 'monday'])
  await stores.reroute('mongodb', acme, announced)
  expect(await ask()).toEqual(['mongodb', 'acme', 'monday'])
  await stores.reroute('mongodb', acme, { ...announced, reads: 'dynamodb' })
  expect(await ask()).toEqual(['dynamodb', 'acme', 'monday'])
})
