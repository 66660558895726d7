/** A listing in the order of its keys, read alongside another one in the same order: only as far as it is asked for. */
export type Alongside<T> = AsyncDisposable & {
  /** The one of this key, if there is one. Keys are asked for in ascending order. */
  at(key: string): Promise<T | undefined>
}

export const alongside = <T>(listing: AsyncIterable<T>, keyOf: (one: T) => string): Alongside<T> => {
  const reading = listing[Symbol.asyncIterator]()
  let next: IteratorResult<T> | undefined
  return {
    async at(key) {
      next ??= await reading.next()
      while (!next.done && keyOf(next.value) < key) next = await reading.next()
      return !next.done && keyOf(next.value) === key ? next.value : undefined
    },
    async [Symbol.asyncDispose]() {
      await reading.return?.()
    },
  }
}
