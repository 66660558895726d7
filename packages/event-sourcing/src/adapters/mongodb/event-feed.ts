import type { Collection, Db } from 'mongodb'
import { nextAppend } from '../../appends.ts'
import type { Appended, EventFeed } from '../../event-feed.port.ts'
import { undelivered } from '../../undelivered.ts'
import { answered, MAJORITY } from './answered.ts'
import { type RecordDocument, type RecordKey, recordOf, streamOf } from './documents.ts'

/** How soon an append of another process is found. */
const POLL_MS = 250
const BATCH = 100

/**
 * ```
 *   cursor - 10 s              cursor
 *   |--- read again each time ---|--- new ->
 * ```
 * A record is stamped before the majority has it, so a later stamp may be seen first. Every poll looks 10 s back, and knows
 * by their keys what it has delivered.
 */
const LATE_MS = 10_000

/** Polls by the server's stamp, and wakes when this process appends. */
export const mongoEventFeed = (db: Db, collection: string): EventFeed => ({
  deliver(to) {
    const events = db.collection<RecordDocument>(collection, MAJORITY)
    const stop = new AbortController()
    const found = finder(events)
    let queue: readonly Appended[] = []

    const fresh = async (): Promise<readonly Appended[]> => {
      try {
        return await found()
      } catch {
        return [] // not reachable now: the next poll asks again, and nothing was marked as seen
      }
    }

    const run = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const woken = nextAppend(db, POLL_MS, stop.signal) // from before we look, so that no append falls in between
        const news = queue.length < BATCH ? await fresh() : []
        queue = [...queue, ...news]
        const batch = queue.slice(0, BATCH)
        const again = batch.length > 0 && !stop.signal.aborted ? await undelivered(to, batch) : []
        queue = [...queue.slice(BATCH), ...again]
        if (again.length > 0 || queue.length === 0) await woken
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

/** Answers the records that no earlier call has answered, beginning 10 s before the newest there is at the first. */
const finder = (events: Collection<RecordDocument>): (() => Promise<readonly Appended[]>) => {
  const seen = new Map<string, number>()
  let cursor: number | undefined

  return async () => {
    cursor ??= await newest(events)
    const since = new Date(cursor - LATE_MS)
    const keys = await answered('feed', () =>
      events
        .find({ seen: { $gte: since } }, { projection: { _id: 1, seen: 1 } })
        .sort({ seen: 1 })
        .toArray(),
    )
    const fresh = keys.filter(({ _id }) => !seen.has(textOf(_id))).slice(0, BATCH)
    const records = await load(
      events,
      fresh.map(({ _id }) => _id),
    )
    for (const key of fresh) seen.set(textOf(key._id), key.seen.getTime())
    cursor = Math.max(cursor, ...fresh.map((key) => key.seen.getTime()))
    for (const [key, at] of seen) if (at < cursor - LATE_MS) seen.delete(key)
    return records
  }
}

const newest = async (events: Collection<RecordDocument>): Promise<number> => {
  const last = await answered('feed', () => events.findOne({}, { sort: { seen: -1 }, projection: { seen: 1 } }))
  return last?.seen.getTime() ?? 0
}

const load = async (events: Collection<RecordDocument>, keys: readonly RecordKey[]): Promise<readonly Appended[]> => {
  if (keys.length === 0) return []
  const found = await answered('feed', () => events.find({ _id: { $in: [...keys] } }).toArray())
  return found.map((document) => ({ stream: streamOf(document), record: recordOf(document) }))
}

const textOf = ({ tenant, stream, version }: RecordKey): string => `${tenant}#${stream}#${version}`
