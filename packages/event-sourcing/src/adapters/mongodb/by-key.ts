import DataLoader from 'dataloader'
import type { Collection, Document, Filter, WithId } from 'mongodb'
import { answered } from './answered.ts'

/**
 * Looks documents up by `_id`. What is asked for in the same turn of the event loop is asked for in one call: a page of thirty requests
 * costs one, not thirty. Nothing is remembered: each turn asks anew.
 */
export const byKey = <Kept extends Document>(what: string, documents: Collection<Kept>) => {
  type Found = WithId<Kept>
  const loader = new DataLoader<Found['_id'], Found | undefined, string>(
    async (keys) => {
      loader.clearAll()
      const found = await answered(what, () => documents.find({ _id: { $in: keys } } as Filter<Kept>).toArray())
      const byText = new Map(found.map((document) => [textOf(document._id), document]))
      return keys.map((key) => byText.get(textOf(key)))
    },
    { cacheKeyFn: textOf, maxBatchSize: 100 },
  )
  return (key: Found['_id']) => loader.load(key)
}

/** Members of a key stand in one order, for MongoDB too. */
const textOf = (key: unknown): string => JSON.stringify(key)
