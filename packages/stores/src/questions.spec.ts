import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { openSqlite } from './sqlite.ts'
import { everyQuestion } from './testing/every-question.ts'
import { sqlitePlan } from './testing/sqlite-plan.ts'

/** All that the adapters prepare, as they say it. */
const statementsOf = async (): Promise<readonly string[]> => {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  await using store = openSqlite(':memory:')
  await everyQuestion(store)
  await using _listening = store.feed.deliver(async () => [])
  const statements = prepare.mock.calls.map(([statement]) => statement)
  prepare.mockRestore()
  return [...new Set(statements)].filter((statement) => !/pragma/i.test(statement)) // of the file itself
}

test('every question to SQLite is answered by a key or an index, in its order, whatever it is about', async () => {
  const statements = await statementsOf()
  expect(statements.length).toBeGreaterThan(20)
  await using store = openSqlite(':memory:')
  store.views('views')
  const plans = Object.fromEntries(statements.map((statement) => [statement, sqlitePlan(store.db, statement)]))
  const slow = Object.entries(plans).filter(([, plan]) => !plan.every((step) => step.startsWith('SEARCH ')))
  expect(slow).toEqual([])
})

test('a question that reads a table from end to end, or sorts what it found, is seen', async () => {
  await using store = openSqlite(':memory:')
  const plan = (statement: string) => sqlitePlan(store.db, statement)
  expect(plan('SELECT body FROM events WHERE body LIKE ?')).toEqual(['SCAN events'])
  expect(plan('SELECT stream FROM events WHERE tenant = ? ORDER BY version')).toContain('USE TEMP B-TREE FOR ORDER BY')
})
