import DataLoader from 'dataloader'

/**
 * What is asked for in the same turn of the event loop is asked for in one call: a page of thirty requests costs one, not thirty.
 * Nothing is remembered: each turn asks anew. `ask` gets at most 100 different keys; its answer is by `keyText`.
 */
export const together = <Key, Found>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Found>>,
): ((key: Key) => Promise<Found | undefined>) => {
  const loader = new DataLoader<Key, Found | undefined, string>(
    async (keys) => {
      loader.clearAll()
      const found = await ask(keys)
      return keys.map((key) => found.get(keyText(key)))
    },
    { cacheKeyFn: keyText, maxBatchSize: 100 },
  )
  return (key) => loader.load(key)
}

/** The same for keys with the same members in the same order. */
export const keyText = (key: unknown): string => JSON.stringify(key)
