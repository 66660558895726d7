type Options = {
  /** How many are done at the same time. 16 by default: streams that are read or written. */
  readonly width?: number
  /** What one in trouble is told to; it then keeps no other from its turn. By default the first failure ends it: nobody has their turn after it, and it is thrown. */
  readonly onTrouble?: (trouble: unknown) => void
}

/** Does something for each, some at a time. */
export const inTurns = async <T>(
  all: Iterable<T> | AsyncIterable<T>,
  doing: (one: T) => Promise<void>,
  { width = 16, onTrouble }: Options = {},
): Promise<void> => {
  const turns = (async function* () {
    yield* all
  })()
  let ended = false
  const work = async () => {
    while (!ended) {
      const { value, done } = await turns.next()
      if (done || ended) return
      try {
        await doing(value)
      } catch (trouble) {
        if (onTrouble) onTrouble(trouble)
        else {
          ended = true
          throw trouble
        }
      }
    }
  }
  await Promise.all(Array.from({ length: width }, work))
}
