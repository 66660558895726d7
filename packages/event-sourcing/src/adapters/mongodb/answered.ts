import { setTimeout as sleep } from 'node:timers/promises'
import { type CollectionOptions, MongoError, MongoInvalidArgumentError, MongoServerError } from 'mongodb'
import { StoreUnavailable } from '../../store-unavailable.ts'

/** Majority both ways, from the primary: what was answered is never rolled back, and what is read never was. */
export const MAJORITY: CollectionOptions = {
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority' },
  readPreference: 'primary',
}

/**
 * Asks MongoDB: what the driver or the server cannot do now becomes `StoreUnavailable`; after a write that means that nobody
 * knows whether it happened. A key that is taken, and what the driver calls an invalid argument, pass.
 */
export const answered = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (cause) {
    const passes = isTaken(cause) || cause instanceof MongoInvalidArgumentError || !(cause instanceof MongoError)
    if (passes) throw cause
    throw new StoreUnavailable(`mongodb ${what}`, { cause })
  }
}

/** Whether a unique key was in the way. */
export const isTaken = (cause: unknown): boolean => cause instanceof MongoServerError && cause.code === 11000

/** Runs a write that makes a document, or answers false when its key is taken. */
export const madeNew = async (what: string, write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await answered(what, write)
    return true
  } catch (cause) {
    if (isTaken(cause)) return false
    throw cause
  }
}

/**
 * Reads what a taken key was taken by. The majority may not have it yet, and until then it may still be rolled back: not there
 * until the deadline is `StoreUnavailable`.
 */
export const standing = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
  for (let waitedMs = 0; waitedMs < DEADLINE_MS; waitedMs += LOOK_MS) {
    const found = await answered(what, look)
    if (found !== null) return found
    await sleep(LOOK_MS)
  }
  throw new StoreUnavailable(`mongodb ${what}: the majority does not know what is in the way`)
}
const DEADLINE_MS = 5_000
const LOOK_MS = 50
