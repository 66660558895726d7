import { verify } from '@awayday/contract-testing'
import { mongoDatabase } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createMongoCollection, mongoViewRows } from '@awayday/event-sourcing/mongodb'
import { viewTable } from '@awayday/manifest'
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
