import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { isTaken, openDatabase } from './adapters/sqlite/database.ts'
import { groupCommit } from './adapters/sqlite/group-commit.ts'

const numbers = () => {
  const db = openDatabase(':memory:')
  db.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY) STRICT')
  const insert = db.prepare('INSERT INTO numbers VALUES (?)')
  const committing = groupCommit(db, 'test')
  return {
    db,
    add: (n: number) => committing(() => insert.run(n).changes),
    kept: () =>
      db
        .prepare('SELECT n FROM numbers ORDER BY n')
        .all()
        .map(({ n }) => n),
  }
}

test('what comes together is kept together', async () => {
  const { add, kept } = numbers()
  expect(await Promise.all([1, 2, 3].map(add))).toEqual([1, 1, 1])
  expect(kept()).toEqual([1, 2, 3])
})

test('one that fails undoes nothing but itself', async () => {
  const { add, kept } = numbers()
  const outcomes = await Promise.allSettled([1, 1, 2].map(add))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]?.status === 'rejected' && isTaken(outcomes[1].reason)).toBe(true)
  expect(kept()).toEqual([1, 2])
})

test('a commit that fails is told to everybody, and leaves nothing', async () => {
  const { db, add, kept } = numbers()
  db.exec('CREATE TABLE parts (n INTEGER REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED) STRICT')
  db.exec('PRAGMA foreign_keys = ON')
  const committing = groupCommit(db, 'test')
  const orphan = committing(() => db.exec('INSERT INTO parts VALUES (99)'))
  const other = committing(() => db.exec('INSERT INTO numbers VALUES (1)'))
  const outcomes = await Promise.allSettled([orphan, other])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(kept()).toEqual([])
  await add(5)
  expect(kept()).toEqual([5])
})

test('nothing is answered before it is committed', async () => {
  const { db, add } = numbers()
  const open: boolean[] = []
  await Promise.all([1, 2].map((n) => add(n).then(() => open.push(db.isTransaction))))
  expect(open).toEqual([false, false])
})

test('a database that is closed refuses', async () => {
  const db = new DatabaseSync(':memory:')
  const committing = groupCommit(db, 'test')
  db.close()
  const outcomes = await Promise.allSettled([committing(() => 1), committing(() => 2)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
