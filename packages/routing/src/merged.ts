import { compare } from '@awayday/kernel'

/**
 * What several stores list, each by `key` in ascending order: every key once, as the store has it that has got furthest. A record that
 * changes hands only ever goes on from where it was, so the furthest is the one that counts.
 */
export async function* furthest<T>(
  listings: readonly AsyncIterable<T>[],
  { key, at }: { readonly key: (one: T) => string; readonly at: (one: T) => number },
): AsyncIterable<T> {
  const open = listings.map((listing) => listing[Symbol.asyncIterator]())
  try {
    const next = await Promise.all(open.map((each) => each.next()))
    for (;;) {
      const there = next.flatMap((each) => (each.done ? [] : [each.value]))
      const first = there.map(key).sort(compare)[0]
      if (first === undefined) return
      const same = there.filter((one) => key(one) === first)
      yield same.reduce((best, one) => (at(one) > at(best) ? one : best))
      await Promise.all(
        next.map(async (each, n) => {
          if (!each.done && key(each.value) === first) next[n] = (await open[n]?.next()) ?? each
        }),
      )
    }
  } finally {
    await Promise.all(open.map((each) => each.return?.()))
  }
}
