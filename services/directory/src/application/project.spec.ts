import { consumerRunner, type FollowedStore, type Place, type ViewRow } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { createTables } from '@awayday/stores'
import { openSqlite } from '@awayday/stores/sqlite'
import { expect, test } from 'vitest'
import { joinedPerson, newHouse } from '#testing/house.ts'
import service from '../../service.ts'
import { consumers } from './consumers.ts'
import { project } from './project.ts'

const rowsOf = async (rows: FollowedStore['rows'], tenant: TenantId) => {
  const all: ViewRow[] = []
  for await (const row of rows.all(tenant)) all.push(row)
  return all
}

test('a company that comes from another store is shown in the one it goes to', async () => {
  const { world, clock, tenant, ...house } = await newHouse()
  await joinedPerson('Ana Costa', { world, clock, tenant, ...house })
  await consumers(world).sweep(tenant)
  await using target = openSqlite(':memory:')
  await createTables(target, service)

  const [{ store, rows }] = world.followed
  const place: Place = { here: 'dynamodb', home: async () => 'sqlite', anew: async () => undefined }
  const all = [project({ rows: target.views('views'), clock })]
  await consumerRunner({ store, progress: target.progress, clock, consumers: all, place }).sweep(tenant)
  expect(await rowsOf(target.views('views'), tenant)).toEqual(await rowsOf(rows, tenant))
  expect(await rowsOf(rows, tenant)).toHaveLength(3)
})
