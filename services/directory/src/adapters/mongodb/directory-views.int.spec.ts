import { verify } from '@awayday/contract-testing'
import { mongoDatabase } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createMongoCollection, mongoViewRows } from '@awayday/event-sourcing/mongodb'
import type { TenantId } from '@awayday/kernel'
import { viewTable } from '@awayday/manifest'
import { mongoPlans } from '@awayday/stores/testing'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { directoryViewsContract } from '#ports/directory-views.contract.ts'
import { mongoDirectoryViews } from './directory-views.ts'

verify('mongodb directory views', directoryViewsContract, {
  open: async () => {
    const database = await mongoDatabase()
    await createMongoCollection(database.db, 'views', viewTable())
    const rows = mongoViewRows(database.db, 'views')
    const close = () => database[Symbol.asyncDispose]()
    return { rows, ...mongoDirectoryViews(database.db, 'views'), [Symbol.asyncDispose]: close }
  },
  given,
})

test('every question is a range of keys', async () => {
  await using database = await mongoDatabase()
  await createMongoCollection(database.db, 'views', viewTable())
  await using client = new MongoClient(`${database.url}?monitorCommands=true`)
  const db = client.db(database.db.databaseName)
  const views = mongoDirectoryViews(db, 'views')
  const tenant = 'acme' as TenantId
  const plans = await mongoPlans(db, async () => {
    await views.people(tenant)
    await views.teams(tenant)
    await views.departments(tenant)
    await views.locations(tenant)
  })
  expect(plans.map(({ by }) => by)).toEqual(Array(4).fill(['_id_']))
})
