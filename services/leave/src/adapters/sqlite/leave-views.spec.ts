import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase, sqliteViewRows } from '@awayday/event-sourcing/sqlite'
import { createTables, openStore } from '@awayday/stores'
import { sqlitePlan } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { leaveViewsContract } from '#ports/leave-views.contract.ts'
import service from '../../../service.ts'
import { awayBetween, sqliteLeaveViews, waiting, waitingFor } from './leave-views.ts'

verify('sqlite leave views', leaveViewsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    const rows = sqliteViewRows(db, 'views')
    return { rows, ...sqliteLeaveViews(db), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})

test.each([
  [awayBetween, 'views_away'],
  [waitingFor, 'views_waiting'],
  [waiting, 'views_waiting'],
])('%s is answered by %s', async (statement, index) => {
  await using store = await openStore({ AWAYDAY_DATA_DIR: ':memory:' }, 'leave')
  if (store.name !== 'sqlite') throw new Error('not SQLite')
  await createTables(store, service)
  expect(sqlitePlan(store.db, statement)).toEqual([expect.stringContaining(`USING INDEX ${index} (`)])
})
