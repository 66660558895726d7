import type { Collection, Document, Filter, WithId } from 'mongodb'
import { keyText, together } from '../../together.ts'
import { answered } from './answered.ts'

/** Documents by `_id`, those of one turn in one call. */
export const byKey = <Kept extends Document>(what: string, documents: Collection<Kept>) =>
  together<WithId<Kept>['_id'], WithId<Kept>>(async (keys) => {
    const found = await answered(what, () => documents.find({ _id: { $in: keys } } as Filter<Kept>).toArray())
    return new Map(found.map((document) => [keyText(document._id), document]))
  })
