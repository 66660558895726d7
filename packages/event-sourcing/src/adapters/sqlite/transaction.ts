import type { DatabaseSync } from 'node:sqlite'

/** All of it is on disk when it returns, or nothing is; nobody else's statement comes between, as nothing in it waits. */
export const inTransaction = <T>(db: DatabaseSync, run: () => T): T => {
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = run()
    db.exec('COMMIT')
    return value
  } catch (trouble) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw trouble
  }
}
