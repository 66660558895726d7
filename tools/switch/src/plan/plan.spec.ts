import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { capture } from '../stages/capture.ts'
import { noted, onTheMove } from '../testing/on-the-move.ts'
import { added, dollarsFor, NOTHING, sumsOf } from './estimate.ts'
import { plan } from './plan.ts'

const acme = 'acme' as TenantId

describe('what a move takes', () => {
  test('is counted as DynamoDB counts: a write unit per begun 1,024 bytes of an item, a read unit per begun 4,096 of a page', () => {
    const around = 'pk'.length + 'acme'.length + 'sk'.length + 'body'.length
    const item = (bytes: number) => ({
      key: 'p/a#0000000001',
      value: 'x'.repeat(bytes - around - 'p/a#0000000001'.length),
    })
    expect(sumsOf('acme', 'events', [item(1_024), item(1_025), item(3_000)])).toEqual({
      items: 3,
      bytes: 5_049,
      writes: 6,
      reads: 2,
    })
    expect(added(sumsOf('acme', 'events', [item(1_024)]), NOTHING)).toEqual({
      items: 1,
      bytes: 1_024,
      writes: 1,
      reads: 1,
    })
  })

  test('costs 0.625 dollars a million writes, rounded up to the cent', () => {
    expect(dollarsFor('mongodb', 'dynamodb', { writes: 1_000_000, reads: 8_000_000 })).toBe(0.63)
    expect(dollarsFor('dynamodb', 'dynamodb', { writes: 16_000_000, reads: 8_000_000 })).toBe(11)
    expect(dollarsFor('dynamodb', 'sqlite', { writes: 1_000_000, reads: 1 })).toBe(0.01)
  })
})

describe('a plan', () => {
  test('tells what there is, and writes nothing', async () => {
    await using move = await onTheMove()
    const { product, world } = move
    await product.tenants.settle(acme, 'mongodb')
    for (let n = 1; n <= 3; n++) await noted(product, acme, 'ana', `${n}`)
    await noted(product, acme, 'ben', 'b', 'x'.repeat(3_000))
    const before = await world.to.tenants.route(acme)
    expect(await plan(world, acme)).toMatchObject({
      tenant: acme,
      toMove: true,
      streams: 2,
      collections: { events: { items: 4, writes: 7 }, records: { items: 0 }, registry: { items: 0 } },
      largest: { key: 'person/ben#0000000001' },
      obstacles: [],
      obstaclesInAll: 0,
      seconds: 1,
    })
    expect(await world.to.tenants.route(acme)).toEqual(before)
    for await (const page of world.to.items.pages(acme, 'events')) expect(page).toEqual([])
  })

  test('names what stands in the way: other bytes in the target, broken chains, another move', async () => {
    await using move = await onTheMove()
    const { product, world } = move
    await product.tenants.settle(acme, 'mongodb')
    await noted(product, acme, 'ana', '1')
    await noted(product, acme, 'ana', '2')
    await capture(world, acme)
    await world.to.items.load(acme, 'events', [{ key: 'person/ana#0000000001', value: '{"prev":null}' }])
    await world.from.items.replace(acme, 'events', [{ key: 'person/ana#0000000002', value: '{"prev":"other"}' }])
    const row = await world.from.tenants.route(acme)
    await world.from.tenants.reroute(acme, { home: 'mongodb', epoch: 1, to: 'sqlite' }, row?.rev ?? 0)
    expect((await plan(world, acme)).obstacles).toEqual([
      { collection: 'events', key: '', reason: 'it is on its way to sqlite' },
      { collection: 'events', key: 'person/ana#0000000002', reason: 'it names another record before it than there is' },
      { collection: 'events', key: 'person/ana#0000000001', reason: 'dynamodb holds something else there' },
    ])
  })
})
