import { isUnknownDocument, type Shelf } from './documents.ts'

/** Earlier facts may name documents that no fact names today: each that turns out to be lacking is brought, and it is reckoned again. */
export const atHand = async <T>(shelf: Shelf, reckon: () => T): Promise<T> => {
  for (;;) {
    try {
      return reckon()
    } catch (error) {
      if (!isUnknownDocument(error)) throw error
      await shelf.fetch(error)
    }
  }
}
