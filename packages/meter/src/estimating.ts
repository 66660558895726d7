import { spend } from './meter.ts'
import { pages } from './units.ts'

/** Passes a listing on and spends what the query behind it would cost, a page at a time. */
export async function* estimatedPages<T>(
  call: string,
  all: AsyncIterable<T>,
  bytesOf: (one: T) => number,
): AsyncIterable<T> {
  const query = pages()
  try {
    for await (const one of all) {
      spend(call, { reads: query.add(bytesOf(one)) })
      yield one
    }
  } finally {
    spend(call, { reads: query.end() })
  }
}

/** Remembers how large the items read or written last were: a replaced item is paid for by the larger of before and after. */
export const lastSizes = () => {
  const sizes = new Map<string, number>()
  return {
    get: (key: string): number => sizes.get(key) ?? 0,
    set: (key: string, bytes: number): void => {
      if (sizes.size >= REMEMBERED) sizes.clear()
      sizes.set(key, bytes)
    },
  }
}
/** Between a row's load and its save lie far fewer others. */
const REMEMBERED = 10_000
