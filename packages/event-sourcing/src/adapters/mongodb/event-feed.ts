import type { Collection, Db } from 'mongodb'
import { nextAppend } from '../../appends.ts'
import type { Appended, EventFeed } from '../../event-feed.port.ts'
import { undelivered } from '../../undelivered.ts'
import { answered, MAJORITY } from './answered.ts'
import { type RecordDocument, type RecordKey, recordOf, streamOf } from './documents.ts'
import { newKeys, textOf } from './new-keys.ts'

/** How soon an append of another process is found. */
const POLL_MS = 250
const BATCH = 100

/** Polls by the server's stamp, and wakes when this process appends. Reads the keys of what is new, and records a batch at a time. */
export const mongoEventFeed = (db: Db, collection: string): EventFeed => ({
  deliver(to) {
    const events = db.collection<RecordDocument>(collection, MAJORITY)
    const stop = new AbortController()
    const look = newKeys(events, () => serverTime(db), POLL_MS)
    let keys: readonly RecordKey[] = []
    let again: readonly Appended[] = []

    const fresh = async (room: number): Promise<readonly Appended[]> => {
      try {
        if (keys.length < room) keys = [...keys, ...(await look())]
        const records = await load(events, keys.slice(0, room))
        keys = keys.slice(room)
        return records
      } catch {
        return [] // not reachable now: the next poll asks again, and no key was given up
      }
    }

    const run = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const woken = nextAppend(db, POLL_MS, stop.signal) // from before we look, so that no append falls in between
        const batch = [...again, ...(await fresh(BATCH - again.length))]
        if (stop.signal.aborted) return
        again = batch.length > 0 ? await undelivered(to, batch) : []
        if (batch.length === 0 || again.length > 0) await woken
      }
    }
    const running = run()
    return {
      async [Symbol.asyncDispose]() {
        stop.abort()
        await running
      },
    }
  },
})

/** Of the clock that stamps the records. */
const serverTime = async (db: Db): Promise<number> => {
  const { localTime } = await answered('feed', () => db.command({ hello: 1 }))
  return Number(localTime)
}

/** In the order of the keys, which is about that of the appends. A record that somebody has deleted meanwhile is left out. */
const load = async (events: Collection<RecordDocument>, keys: readonly RecordKey[]): Promise<readonly Appended[]> => {
  if (keys.length === 0) return []
  const found = await answered('feed', () => events.find({ _id: { $in: [...keys] } }).toArray())
  const byKey = new Map(found.map((document) => [textOf(document._id), document]))
  return keys
    .map((key) => byKey.get(textOf(key)))
    .filter((document) => document !== undefined)
    .map((document) => ({ stream: streamOf(document), record: recordOf(document) }))
}
