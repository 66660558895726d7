import { mongoDatabase } from '@awayday/contract-testing/servers'
import type { Table } from '@awayday/manifest'
import type { Db } from 'mongodb'
import { afterAll } from 'vitest'
import { createMongoCollection } from '../tables.ts'

/** A database of this suite's own on the run's MongoDB, removed after it. All of its clauses share it. */
export const onMongoDb = async (tables: Readonly<Record<string, Table>>) => {
  const database = await mongoDatabase()
  const { db, url } = database
  for (const [name, table] of Object.entries(tables)) await createMongoCollection(db, name, table)
  afterAll(() => database[Symbol.asyncDispose]())

  const open =
    <Port extends object>(portOf: (db: Db) => Port) =>
    async (): Promise<Port & AsyncDisposable> => ({ ...portOf(db), [Symbol.asyncDispose]: async () => {} })
  return { db, url, open }
}
