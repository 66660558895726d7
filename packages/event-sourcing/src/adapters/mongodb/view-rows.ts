import type { TenantId } from '@awayday/kernel'
import type { Db } from 'mongodb'
import type { ViewRows } from '../../view-rows.port.ts'
import { answered, MAJORITY, madeNew } from './answered.ts'
import { byKey } from './by-key.ts'
import { LAST, type ViewRowDocument, viewDocument, viewRowOf } from './documents.ts'
import { listed } from './listed.ts'

/** One document a row; its `doc` has the fields that the services' own questions and indexes name. */
export const mongoViewRows = (db: Db, collection: string): ViewRows => {
  const rows = db.collection<ViewRowDocument>(collection, MAJORITY)
  const one = byKey('views', rows)

  return {
    async load(tenant, id) {
      const found = await one({ tenant, id })
      return found ? viewRowOf(found) : undefined
    },

    async save(tenant, row, seen) {
      const document = viewDocument(tenant, row)
      if (seen === undefined) return madeNew('views', () => rows.insertOne(document))
      const { _id, ...content } = document
      const { matchedCount } = await answered('views', () => rows.replaceOne({ _id, version: seen }, content))
      return matchedCount === 1
    },

    async *all(tenant) {
      const range = { $gt: keyOf(tenant, ''), $lt: keyOf(tenant, LAST) }
      yield* listed('views', rows.find({ _id: range, doc: { $exists: true } }).sort({ _id: 1 }), viewRowOf)
    },
  }
}

const keyOf = (tenant: TenantId, id: string): ViewRowDocument['_id'] => ({ tenant, id })
