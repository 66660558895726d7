import { err, ok } from '@awayday/kernel'
import type { Collection, Db } from 'mongodb'
import { appended } from '../../appends.ts'
import type { EventStore } from '../../event-store.port.ts'
import { chain, endAt, headAfter } from '../../head.ts'
import { isOf, type StoredRecord } from '../../record.ts'
import type { StreamId } from '../../stream.ts'
import { answered, MAJORITY, madeNew, standing } from './answered.ts'
import { LAST, type RecordDocument, type RecordKey, recordKey, recordOf, streamOf } from './documents.ts'

/** One document per append. The key itself is the optimistic lock, and the server's clock stamps it for the feed. */
export const mongoEventStore = (db: Db, collection: string): EventStore => {
  const events = db.collection<RecordDocument>(collection, MAJORITY)

  const streamAfter = (tenant: RecordKey['tenant'], before: RecordKey) =>
    answered('heads', () =>
      events.findOne({ _id: { $gt: before, $lt: { tenant, stream: LAST, version: 0 } } }, { sort: { _id: 1 } }),
    )

  return {
    async read(stream, after) {
      const range = { $gte: recordKey(stream, after?.version ?? 1), $lte: recordKey(stream) }
      const found = await answered('read', () => events.find({ _id: range }).sort({ _id: 1 }).toArray())
      return chain('mongodb', found.map(recordOf), after)
    },

    async append(stream, head, { body, commandId }) {
      if (head.owner !== 'mongodb') return err({ type: 'Conflict' })
      const record = { version: head.version + 1, body }
      if (await insert(events, stream, record)) {
        appended(db)
        return ok({ record, head: headAfter(head, [record]) })
      }
      const _id = recordKey(stream, record.version)
      const inTheWay = recordOf(await standing('append', () => events.findOne({ _id })))
      return isOf(commandId, inTheWay)
        ? ok({ record: inTheWay, head: headAfter(head, [inTheWay]) })
        : err({ type: 'Conflict' })
    },

    async *heads(tenant, after) {
      let found = await streamAfter(tenant, recordKey({ tenant, name: after ?? '' }))
      while (found) {
        const stream = streamOf(found)
        const range = { $gte: recordKey(stream, 1), $lte: recordKey(stream) }
        const [last, next]: [RecordDocument | null, RecordDocument | null] = await Promise.all([
          answered('heads', () => events.findOne({ _id: range }, { sort: { _id: -1 } })),
          streamAfter(tenant, recordKey(stream)),
        ])
        yield { stream, head: endAt(recordOf(last ?? found)) }
        found = next
      }
    },
  }
}

/** An upsert that can only insert, since every record has `seen`; a plain insert could not take the server's clock. */
const insert = async (
  events: Collection<RecordDocument>,
  stream: StreamId,
  { version, body }: StoredRecord,
): Promise<boolean> =>
  madeNew('append', async () => {
    const made = await events.updateOne(
      { _id: recordKey(stream, version), seen: { $exists: false } },
      { $setOnInsert: { body }, $currentDate: { seen: true } },
      { upsert: true },
    )
    if (made.upsertedCount !== 1) throw new Error('an upsert neither inserted nor met a record')
  })
