import type { DatabaseSync } from 'node:sqlite'

/** Wakes the feeds of a connection when something was appended through it; another process's appends are found by polling. */
const sleepers = new WeakMap<DatabaseSync, Set<() => void>>()

export const appended = (db: DatabaseSync): void => {
  const waiting = sleepers.get(db)
  if (!waiting) return
  for (const wake of waiting) wake()
}

/** Resolves at the next append through this connection, at `signal`, or after `atMostMs`. */
export const nextAppend = (db: DatabaseSync, atMostMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const waiting = sleepers.get(db) ?? new Set()
    sleepers.set(db, waiting)
    const wake = (): void => {
      clearTimeout(timer)
      waiting.delete(wake)
      signal.removeEventListener('abort', wake)
      setImmediate(resolve) // what is appended in the same turn comes in one batch
    }
    const timer = setTimeout(wake, atMostMs)
    waiting.add(wake)
    signal.addEventListener('abort', wake)
    if (signal.aborted) wake()
  })
