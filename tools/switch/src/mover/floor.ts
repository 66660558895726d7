/** How long a store takes at least: the quickest write of the last minute, by what it wrote. */
export type Floor = {
  /** How many times the least a write took; learns from it. `alone`: nothing else of ours was on its way. */
  times(units: number, tookMs: number, alone: boolean): number
  /** Nothing was written alone for a while: what was learnt may be about writes that were in each other's way. */
  isOld(): boolean
}

export const floorOf = (nowMs: () => number): Floor => {
  let [newest, before, older] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let learntAt = Number.NEGATIVE_INFINITY
  return {
    times(units, tookMs, alone) {
      const perUnit = Math.max(SHORTEST_MS, tookMs) / Math.max(LEAST_UNITS, units)
      if (alone && nowMs() - learntAt >= OLD_MS) {
        ;[newest, before, older] = [perUnit, newest, before]
        learntAt = nowMs()
      } else newest = Math.min(newest, perUnit)
      return perUnit / Math.min(newest, before, older)
    },
    isOld: () => nowMs() - learntAt >= OLD_MS,
  }
}

const OLD_MS = 20_000
/** A small write takes about as long as one of so many units. */
const LEAST_UNITS = 100
/** What is quicker than this says more about the clock than about the store. */
const SHORTEST_MS = 5
