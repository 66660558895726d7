import { verify } from '@awayday/contract-testing'
import { mongoDatabase } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createMongoCollection, mongoViewRows } from '@awayday/event-sourcing/mongodb'
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
