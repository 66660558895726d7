import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from './database.ts'

/** A port over a database of its own, for contracts: closed with the port. */
export const inMemory =
  <Port extends object>(portOf: (db: DatabaseSync) => Port) =>
  async (): Promise<Port & AsyncDisposable> => {
    const db = openDatabase(':memory:')
    return { ...portOf(db), [Symbol.asyncDispose]: async () => db.close() }
  }
