export type Recent<T> = {
  readonly get: (key: string) => T | undefined
  readonly set: (key: string, value: T) => void
  readonly drop: (key: string) => void
}

/** What was used last, so many of each owner; the owner is what was asked, such as a store, so that two in one process share nothing. */
export const recent = <T>(most: number): ((owner: object) => Recent<T>) => {
  const byOwner = new WeakMap<object, Map<string, T>>()
  return (owner) => {
    const kept = byOwner.get(owner) ?? new Map<string, T>()
    byOwner.set(owner, kept)
    /** Maps list what was put in last at their end. */
    const set = (key: string, value: T): void => {
      kept.delete(key)
      kept.set(key, value)
      const oldest = kept.keys().next()
      if (kept.size > most && !oldest.done) kept.delete(oldest.value)
    }
    return {
      get: (key) => {
        const value = kept.get(key)
        if (value !== undefined) set(key, value)
        return value
      },
      set,
      drop: (key) => {
        kept.delete(key)
      },
    }
  }
}
