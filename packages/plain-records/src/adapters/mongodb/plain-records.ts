import { answered, byKey, listed, MAJORITY, madeNew } from '@awayday/event-sourcing/mongodb'
import type { TenantId } from '@awayday/kernel'
import type { Db } from 'mongodb'
import type { PlainRecord, PlainRecords } from '../../plain-records.port.ts'

/** The fields of `_id` stand in this order: listings are ranges over the whole. `body` and `moved` are JSON texts; a tombstone has no body. */
type RecordDocument = {
  readonly _id: { readonly tenant: TenantId; readonly kind: string; readonly id: string }
  readonly rev: number
  readonly body?: string
  readonly moved?: string
}

export const mongoPlainRecords = (db: Db, collection: string): PlainRecords => {
  const records = db.collection<RecordDocument>(collection, MAJORITY)
  const one = byKey('records', records)

  return {
    async load(tenant, kind, id) {
      const found = await one({ tenant, kind, id })
      return found ? recordOf(found) : undefined
    },

    async save(tenant, record, seen) {
      const _id = idOf(tenant, record)
      const next = { rev: seen + 1, ...texts(record) }
      if (seen === 0) return madeNew('records', () => records.insertOne({ _id, ...next }))
      const { matchedCount } = await answered('records', () => records.replaceOne({ _id, rev: seen }, next))
      return matchedCount === 1
    },

    async copy(tenant, record) {
      const _id = idOf(tenant, record)
      const { rev } = record
      // Replaces an older one, makes a missing one, and meets the unique key where a newer one stands.
      return madeNew('records', () =>
        records.replaceOne({ _id, rev: { $lt: rev } }, { rev, ...texts(record) }, { upsert: true }),
      )
    },

    async *list(tenant, kind, after = '') {
      const range = { $gt: { tenant, kind, id: after }, $lt: { tenant, kind, id: LAST } }
      yield* listed('records', records.find({ _id: range }).sort({ _id: 1 }), recordOf)
    },
  }
}

/** Above every character an id may hold. */
const LAST = '~'

const idOf = (tenant: TenantId, { kind, id }: Omit<PlainRecord, 'rev'>) => ({ tenant, kind, id })

const texts = ({ data, moved }: Omit<PlainRecord, 'rev'>) => ({
  ...(data ? { body: JSON.stringify(data) } : {}),
  ...(moved ? { moved: JSON.stringify(moved) } : {}),
})

const recordOf = ({ _id: { kind, id }, rev, body, moved }: RecordDocument): PlainRecord => ({
  kind,
  id,
  rev,
  ...(body === undefined ? {} : { data: JSON.parse(body) as NonNullable<PlainRecord['data']> }),
  ...(moved === undefined ? {} : { moved: JSON.parse(moved) as NonNullable<PlainRecord['moved']> }),
})
