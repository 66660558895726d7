import type { DatabaseSync } from 'node:sqlite'
import { answered } from './database.ts'

/** Runs a statement within the next commit, and answers when that is on the disk. What the statement throws is its own; what the commit throws is everybody's. */
export type Committing = <T>(statement: () => T) => Promise<T>

/**
 * Puts statements that are there at the same time into one commit: a disk is asked once for all of them. A statement that fails on its own,
 * such as on a unique key, undoes nothing but itself (SQLite's ABORT). One alone is its own commit.
 */
export const groupCommit = (db: DatabaseSync, what: string): Committing => {
  let waiting: Waiting[] = []
  const flush = (): void => {
    const group = waiting
    waiting = []
    const [first] = group
    if (group.length === 1 && first) {
      first.settle(attempt(first.run))
      return
    }
    try {
      answered(what, () => db.exec('BEGIN IMMEDIATE'))
      const outcomes = group.map(({ run }) => attempt(run))
      answered(what, () => db.exec('COMMIT'))
      for (const [n, { settle }] of group.entries()) settle(outcomes[n] ?? never)
    } catch (cause) {
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK')
      for (const { settle } of group) settle({ ok: false, cause })
    }
  }
  return <T>(statement: () => T) =>
    new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome): void => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.cause))
      if (waiting.push({ run: statement, settle }) === 1) setImmediate(flush)
    })
}

type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly cause: unknown }
type Waiting = { readonly run: () => unknown; readonly settle: (outcome: Outcome) => void }

const never: Outcome = { ok: false, cause: new Error('a statement without an outcome') }

const attempt = (run: () => unknown): Outcome => {
  try {
    return { ok: true, value: run() }
  } catch (cause) {
    return { ok: false, cause }
  }
}
