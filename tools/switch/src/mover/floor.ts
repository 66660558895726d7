/** A write, as far as it says how long it takes: unlooked at, or only where nothing else is; of so many items and DynamoDB's write units. */
export type Write = { readonly how: 'load' | 'copy'; readonly items: number; readonly units: number }

/** How long a store takes at least: the quickest write of the last minute of its kind, by how much it was. */
export type Floor = {
  /** How many times the least a write took; learns from it. `alone`: nothing else of ours was on its way. */
  times(what: Write, tookMs: number, alone: boolean): number
  /** Nothing of its kind was written alone for a while: what was learnt may be about writes that were in each other's way. */
  isOld(what: Write): boolean
}

export const floorOf = (nowMs: () => number): Floor => {
  const kinds = { load: nothingLearnt(), copy: nothingLearnt() }
  return {
    times({ how, items, units }, tookMs, alone) {
      const kind = kinds[how]
      const each = Math.max(SHORTEST_MS, tookMs) / Math.max(BATCH, items + units / UNITS_AS_ONE)
      if (alone && nowMs() - kind.at >= OLD_MS) kinds[how] = { least: [each, ...kind.least.slice(0, 2)], at: nowMs() }
      else kind.least[0] = Math.min(kind.least[0] ?? each, each)
      return each / Math.min(...kinds[how].least)
    },
    isOld: ({ how }) => nowMs() - kinds[how].at >= OLD_MS,
  }
}

/** The least time for an item, newest first, of as many turns. */
type Learnt = { readonly least: number[]; readonly at: number }
const nothingLearnt = (): Learnt => ({ least: [], at: Number.NEGATIVE_INFINITY })

const OLD_MS = 20_000
/** What fewer items than a batch take is the call. */
const BATCH = 25
/** A long item takes longer than a short one, by far not as much as it is longer. */
const UNITS_AS_ONE = 8
/** What is quicker than this says more about the clock than about the store. */
const SHORTEST_MS = 5
