import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase, sqliteViewRows } from '@awayday/event-sourcing/sqlite'
import { sqlitePlan } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { directoryViewsContract } from '#ports/directory-views.contract.ts'
import { inRange, sqliteDirectoryViews } from './directory-views.ts'

verify('sqlite directory views', directoryViewsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    const rows = sqliteViewRows(db, 'views')
    return { rows, ...sqliteDirectoryViews(db), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})

test('every question is a range of keys', () => {
  const db = openDatabase(':memory:')
  sqliteViewRows(db, 'views')
  expect(sqlitePlan(db, inRange)).toEqual([
    'SEARCH views USING INDEX sqlite_autoindex_views_1 (tenant=? AND id>? AND id<?)',
  ])
  db.close()
})
