import type { FaultsOf } from '../faults-of.ts'

/** The smallest port that everything can befall: things by name, each with the number of times it was written. */
export type Shelf = {
  get(name: string): Promise<number>
  /** False: not as often written as the caller saw. */
  put(name: string, seen: number): Promise<boolean>
  putAll(names: readonly string[]): Promise<void>
  names(): AsyncIterable<string>
}

export class ShelfUnavailable extends Error {
  override readonly name = 'ShelfUnavailable'
}

export const shelfOver = (things: Map<string, number>): Shelf => ({
  get: async (name) => things.get(name) ?? 0,
  put: async (name, seen) => {
    if ((things.get(name) ?? 0) !== seen) return false
    things.set(name, seen + 1)
    return true
  },
  putAll: async (names) => {
    for (const name of names) things.set(name, 1)
  },
  names: async function* () {
    yield* things.keys()
  },
})

export const shelfFaults: FaultsOf<Shelf> = {
  trouble: (what) => new ShelfUnavailable(what),
  calls: {
    get: { index: true },
    put: { conflict: async (shelf, name) => shelf.put(name, await shelf.get(name)) },
    putAll: { part: (part, names) => [part(names)] },
    names: { each: true },
  },
}

export const listed = async (names: AsyncIterable<string>): Promise<readonly string[]> => {
  const all: string[] = []
  for await (const name of names) all.push(name)
  return all
}
