import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { createViewTable, openDatabase, sqliteViewRows } from '@awayday/event-sourcing/sqlite'
import { expect, test } from 'vitest'
import { leaveViewsContract } from '#ports/leave-views.contract.ts'
import service from '../../../service.ts'
import { awayBetween, sqliteLeaveViews, waitingFor } from './leave-views.ts'

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
])('%s is answered by %s', (statement, index) => {
  const db = openDatabase(':memory:')
  createViewTable(db, 'views', service.tables.views.indexes)
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...statement.matchAll(/\?/g).map(() => 'x'))
  expect(plan.map(({ detail }) => String(detail))).toEqual([expect.stringContaining(`USING INDEX ${index} (`)])
})
