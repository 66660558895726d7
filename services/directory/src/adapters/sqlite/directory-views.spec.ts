import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase, sqliteViewRows } from '@awayday/event-sourcing/sqlite'
import { directoryViewsContract } from '#ports/directory-views.contract.ts'
import { sqliteDirectoryViews } from './directory-views.ts'

verify('sqlite directory views', directoryViewsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    const rows = sqliteViewRows(db, 'views')
    return { rows, ...sqliteDirectoryViews(db), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})
