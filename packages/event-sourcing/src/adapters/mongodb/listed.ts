import type { FindCursor } from 'mongodb'
import { answered } from './answered.ts'

/** What a cursor finds, in its order and in the driver's pages. Closes the cursor when the reader stops early. */
export async function* listed<Document, T>(
  what: string,
  cursor: FindCursor<Document>,
  of: (document: Document) => T,
): AsyncIterable<T> {
  try {
    for (;;) {
      const document = await answered(what, () => cursor.next())
      if (document === null) return
      yield of(document)
    }
  } finally {
    await cursor.close()
  }
}
