import type { Db } from 'mongodb'
import type { Progress, StreamProgress } from '../../progress.port.ts'
import type { StreamId, StreamName } from '../../stream.ts'
import { answered, MAJORITY, madeNew } from './answered.ts'
import { type ControlKey, LAST, type ProgressDocument } from './documents.ts'
import { listed } from './listed.ts'

/** In the control collection: one document a stream. */
export const mongoProgress = (db: Db, collection: string): Progress => {
  const all = db.collection<ProgressDocument>(collection, MAJORITY)

  return {
    async load(stream) {
      const found = await answered('progress', () => all.findOne({ _id: keyOf(stream) }))
      return found ? progressOf(found) : { stream, rev: 0, done: {} }
    },

    async save({ stream, rev }, { done, due, parked }) {
      const _id = keyOf(stream)
      const next = { rev: rev + 1, body: JSON.stringify({ done, due, parked }) }
      if (rev === 0) return madeNew('progress', () => all.insertOne({ _id, ...next }))
      const { matchedCount } = await answered('progress', () => all.replaceOne({ _id, rev }, next))
      return matchedCount === 1
    },

    async *all(tenant, after) {
      const range = { $gt: keyOf({ tenant, name: after ?? '' }), $lt: keyOf({ tenant, name: LAST }) }
      const found = all.find({ _id: range }).sort({ _id: 1 })
      yield* listed('progress', found, progressOf)
    },
  }
}

const keyOf = ({ tenant, name }: { readonly tenant: string; readonly name: string }): ControlKey => ({
  kind: 'progress',
  tenant,
  name,
})

const progressOf = ({ _id, rev, body }: ProgressDocument): StreamProgress => ({
  stream: { tenant: _id.tenant as StreamId['tenant'], name: _id.name as StreamName },
  rev,
  ...(JSON.parse(body) as Omit<StreamProgress, 'stream' | 'rev'>),
})
