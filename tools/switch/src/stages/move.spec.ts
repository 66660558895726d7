import { sealIn, stream, whole } from '@awayday/event-sourcing'
import { listed } from '@awayday/event-sourcing/contracts'
import { addMs, type TenantId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { noted, onTheMove } from '../testing/on-the-move.ts'
import { capture } from './capture.ts'
import { copy, tail } from './copy.ts'
import { cutOver } from './cut-over.ts'
import { deleteLeft } from './delete-left.ts'
import { finish } from './finish.ts'
import { rollback } from './rollback.ts'
import { shadowRead } from './shadow-read.ts'
import { verifyMove } from './verify-move.ts'
import { waitsOf } from './waits.ts'
import type { World } from './world.ts'

const acme = 'acme' as TenantId
const quick = { again: 0, pauseMs: 0 }

const moved = async (world: World, tenant: TenantId) => {
  await capture(world, tenant)
  await copy(world, [tenant])
  await tail(world, [tenant])
  const { sentences } = await verifyMove(world, tenant, { looking: quick })
  expect(sentences).toEqual([])
  return cutOver(world, [tenant], quick)
}

const company = async () => {
  const move = await onTheMove()
  const { product, world } = move
  await product.tenants.settle(acme, world.from.name)
  for (const id of ['ana', 'ben', 'cleo']) for (let n = 1; n <= 3; n++) await noted(product, acme, id, `${id} ${n}`)
  await product.records.save(acme, { kind: 'card', id: 'ana', data: { name: 'Ana' } }, 0)
  await product.registry.note(
    { tenant: acme, actor: 'ana', key: 'k' },
    { digest: 'd', stream: stream(acme, 'person', 'ana').name },
    world.clock.now(),
  )
  await product.sweep()
  return move
}

test('a company moves, goes on there, and leaves nothing behind', async () => {
  await using move = await company()
  const { world, product } = move
  const waits = waitsOf(world)
  expect(await moved(world, acme)).toEqual([
    {
      tenant: acme,
      epoch: 1,
      streams: 3,
      records: 1,
      longest: { waitMs: expect.any(Number), stream: expect.any(String) },
    },
  ])
  expect(await world.from.tenants.route(acme)).toMatchObject({
    home: 'mongodb',
    epoch: 1,
    to: 'dynamodb',
    reads: 'dynamodb',
  })
  await noted(product, acme, 'ana', 'after')
  await noted(product, acme, 'dan', 'new')
  expect(await finish(world, [acme], waits, quick)).toMatchObject([{ tenant: acme, epoch: 1, strays: 0 }])
  expect(await finish(world, [acme], waits, quick)).toEqual([])
  expect(await world.from.tenants.route(acme)).toMatchObject({ home: 'dynamodb', epoch: 1 })
  expect(await world.to.tenants.route(acme)).toEqual({ home: 'dynamodb', epoch: 1, rev: 3 })
  await noted(product, acme, 'eva', 'later')
  expect(await deleteLeft(world, acme, quick)).toMatchObject({ tenant: acme })
  expect(await listed(world.from.items.pages(acme, 'events'))).toEqual([])
  expect((await whole(product.events, stream(acme, 'person', 'ana'))).records).toHaveLength(5)
  expect(product.published.length).toBe(new Set(product.published).size)
})

test('a company is rolled back with all that was decided meanwhile, and moves again', async () => {
  await using move = await company()
  const { world, product } = move
  const waits = waitsOf(world)
  await moved(world, acme)
  await noted(product, acme, 'ana', 'after')
  await noted(product, acme, 'dan', 'new')
  await product.records.save(acme, { kind: 'card', id: 'ana', data: { name: 'Anna' } }, 2)
  expect(await rollback(world, [acme], waits)).toMatchObject([{ tenant: acme, epoch: 2 }])
  expect(await rollback(world, [acme], waits)).toEqual([])
  expect(await world.from.tenants.route(acme)).toMatchObject({ home: 'mongodb', epoch: 2 })
  expect(await product.start().records.load(acme, 'card', 'ana')).toMatchObject({ data: { name: 'Anna' } })
  await noted(product, acme, 'dan', 'at home again')
  expect(await moved(world, acme)).toMatchObject([{ epoch: 3, streams: 4 }])
  expect(await finish(world, [acme], waits, quick)).toMatchObject([{ epoch: 3 }])
  const { records } = await whole(product.start().events, stream(acme, 'person', 'dan'))
  expect(records.map((record) => sealIn(record)?.to)).toEqual([undefined, undefined, 'dynamodb'])
})

test('a company moves back after its move was finished', async () => {
  await using move = await company()
  const waits = waitsOf(move.world)
  await moved(move.world, acme)
  await finish(move.world, [acme], waits, quick)
  await noted(move.product, acme, 'ana', 'there')
  await moved(move.back, acme)
  expect(await finish(move.back, [acme], waits, quick)).toMatchObject([{ epoch: 2 }])
  expect(await move.world.from.tenants.route(acme)).toMatchObject({ home: 'mongodb', epoch: 2 })
})

test('a company that comes back to a store that was emptied tells nobody again what it decided there', async () => {
  await using move = await company()
  const { product } = move
  const waits = waitsOf(move.world)
  let n = 0
  for (const world of [move.world, move.back, move.world, move.back]) {
    await moved(world, acme)
    await noted(product, acme, 'ana', `there ${++n}`)
    await noted(product, acme, `newcomer-${n}`, 'there')
    await finish(world, [acme], waits, quick)
    await noted(product, acme, 'ana', `at home ${n}`)
    await product.sweep()
    await deleteLeft(world, acme, quick)
  }
  await product.sweep()
  expect(product.published.toSorted()).toEqual([...new Set(product.published)].sort())
  expect(product.published).toHaveLength(9 + 3 * 4)
})

test('a company is cut over however much is made anew in the target meanwhile', async () => {
  await using move = await company()
  const { world, product } = move
  await capture(world, acme)
  await copy(world, [acme])
  await verifyMove(world, acme, { looking: quick })
  let made = 0
  const { items } = world.to
  async function* whilePeopleWork(...asked: Parameters<typeof items.pages>) {
    if (made === 100) throw new Error('it looks again and again')
    const informed = product.start()
    await informed.records.save(acme, { kind: 'card', id: `new-${++made}`, data: {} }, 0)
    await noted(informed, acme, `newcomer-${made}`, 'k')
    yield* items.pages(...asked)
  }
  const busy = { ...world, to: { ...world.to, items: { ...items, pages: whilePeopleWork } } }
  expect(await cutOver(busy, [acme], quick)).toMatchObject([{ tenant: acme }])
  expect(made).toBeGreaterThan(1)
})

test('what was decided in the target and is slow to come back is waited for, as long as it takes', async () => {
  await using move = await company()
  const { world, product, clock } = move
  await moved(world, acme)
  await noted(product, acme, 'ana', 'after')
  const before = await world.to.progress.load(stream(acme, 'person', 'ana'))
  const due = { at: addMs(clock.now(), 600_000), tries: 9 }
  expect(await world.to.progress.save(before, { done: before.done, due })).toBe(true)
  expect(await finish(world, [acme], waitsOf(world), quick)).toMatchObject([{ tenant: acme, epoch: 1 }])
  expect(move.steps).toContainEqual(
    expect.objectContaining({ stage: 'finish', waiting: '"carry" of the running product to do dynamodb', streams: 1 }),
  )
})

test('reads are compared with the target for a while, and what differs there is told', async () => {
  await using move = await company()
  const { world } = move
  await capture(world, acme)
  await copy(world, [acme])
  const told = shadowRead(world, [acme], { percent: 50, forMs: 60_000 })
  expect(await told).toMatchObject([{ tenant: acme, asked: 0 }])
  expect(await world.from.tenants.route(acme)).toEqual({ home: 'mongodb', epoch: 0, rev: 3 })
})
