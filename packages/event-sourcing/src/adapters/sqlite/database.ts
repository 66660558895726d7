import { DatabaseSync } from 'node:sqlite'
import { StoreUnavailable } from '../../store-unavailable.ts'

/** How long a statement waits for another process's write. Ours take a fraction of a millisecond. */
const BUSY_MS = 2_000

/**
 * Opens a file (or `:memory:`) the way everything of ours is stored: write-ahead log, and every commit on the disk before
 * it is answered. Throws when SQLite will not promise that.
 */
export const openDatabase = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  answered('open', () => db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'))
  return durable(db)
}

/** Asserts that a commit of this connection outlives a loss of power (or that there is nothing to outlive: `:memory:`). */
export const durable = (db: DatabaseSync): DatabaseSync => {
  const { synchronous } = db.prepare('PRAGMA synchronous').get() as { synchronous: number }
  const { journal_mode } = db.prepare('PRAGMA journal_mode').get() as { journal_mode: string }
  if (synchronous < FULL) throw new Error(`SQLite would lose commits: synchronous=${synchronous}`)
  if (journal_mode !== 'wal' && journal_mode !== 'memory') throw new Error(`SQLite's journal is ${journal_mode}`)
  return db
}
const FULL = 2

/** Runs a statement: a file that is locked, full or gone becomes `StoreUnavailable`; anything else is a defect. */
export const answered = <T>(what: string, run: () => T): T => {
  try {
    return run()
  } catch (cause) {
    if (TROUBLE.has(primaryCode(cause))) throw new StoreUnavailable(`sqlite ${what}`, { cause })
    throw cause
  }
}

/** Whether a unique key was in the way (SQLITE_CONSTRAINT_UNIQUE, or _PRIMARYKEY). */
export const isTaken = (cause: unknown): boolean => [2067, 1555].includes(codeOf(cause))

/** BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL: https://sqlite.org/rescode.html */
const TROUBLE: ReadonlySet<number> = new Set([5, 6, 7, 8, 9, 10, 13, 14, 15])
const primaryCode = (cause: unknown): number => codeOf(cause) & 0xff
const codeOf = (cause: unknown): number =>
  cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode : 0
