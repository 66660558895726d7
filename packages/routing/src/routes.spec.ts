import { stream, whole } from '@awayday/event-sourcing'
import { given } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { storesNamed } from './testing/two-stores.ts'

const acme = 'acme' as TenantId

/** A company that every store has a row of, as its founding leaves them; then it moved from one of three stores to another. */
const movedOnce = async () => {
  const world = storesNamed('sqlite', 'mongodb', 'dynamodb')
  const process = world.start('mongodb')
  await process.tenants.settle(acme, 'mongodb')
  for (const name of ['dynamodb', 'mongodb'] as const) await world.reroute(name, acme, { home: 'dynamodb', epoch: 1 })
  process.later()
  return { ...world, process }
}

test('a store that had no part in a move points where the company lived before, and it is found where it lives now', async () => {
  using world = await movedOnce()
  expect(await world.tenants.get('sqlite')?.route(acme)).toMatchObject({ home: 'mongodb' })
  expect(await world.process.routes.now(acme)).toMatchObject({ home: 'dynamodb', epoch: 1 })
})

test('what is begun after a move that a third store had no part in begins in the new home', async () => {
  using world = await movedOnce()
  const ben = stream(acme, 'person', 'ben')
  const { head } = await whole(world.process.events, ben)
  expect(await world.process.events.append(ben, head, given().noted('first'))).toMatchObject({ ok: true })
  expect(await world.process.records.save(acme, { kind: 'card', id: 'ben', data: {} }, 0)).toBe(true)
  expect(await world.events.get('mongodb')?.read(ben)).toMatchObject({ value: { records: [] } })
  expect(await world.events.get('dynamodb')?.read(ben)).toMatchObject({ value: { records: [{ version: 1 }] } })
  expect(await world.records.get('mongodb')?.load(acme, 'card', 'ben')).toBeUndefined()
})

test('rows that point at each other are followed once around', async () => {
  using world = storesNamed('sqlite', 'mongodb')
  await world.reroute('sqlite', acme, { home: 'mongodb', epoch: 1 })
  await world.reroute('mongodb', acme, { home: 'sqlite', epoch: 1 })
  expect(await world.start('mongodb').routes.now(acme)).toMatchObject({ epoch: 1 })
})
