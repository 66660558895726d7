import { verify } from '@awayday/contract-testing'
import { mongoDatabase } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createMongoCollection, mongoViewRows } from '@awayday/event-sourcing/mongodb'
import type { LocalDate, PersonId, TenantId } from '@awayday/kernel'
import { mongoPlans } from '@awayday/stores/testing'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { leaveViewsContract } from '#ports/leave-views.contract.ts'
import service from '../../../service.ts'
import { mongoLeaveViews } from './leave-views.ts'

verify('mongodb leave views', leaveViewsContract, {
  open: async () => {
    const database = await mongoDatabase()
    await createMongoCollection(database.db, 'views', service.tables.views)
    const rows = mongoViewRows(database.db, 'views')
    const close = () => database[Symbol.asyncDispose]()
    return { rows, ...mongoLeaveViews(database.db, 'views'), [Symbol.asyncDispose]: close }
  },
  given,
})

test('every question is answered by the index that the manifest names for it', async () => {
  await using database = await mongoDatabase()
  await createMongoCollection(database.db, 'views', service.tables.views)
  await using client = new MongoClient(`${database.url}?monitorCommands=true`)
  const db = client.db(database.db.databaseName)
  const views = mongoLeaveViews(db, 'views')
  const [tenant, ben] = ['acme' as TenantId, 'ben' as PersonId]
  const plans = await mongoPlans(db, async () => {
    await views.awayBetween(tenant, 'design', '2026-06-01' as LocalDate, '2026-06-30' as LocalDate)
    await views.waitingFor(tenant, ben)
    await views.waiting(tenant)
  })
  expect(plans.map(({ by }) => by)).toEqual([['away'], ['waiting'], ['waiting']])
})
