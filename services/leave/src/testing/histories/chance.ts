/** Chance from a seed (mulberry32): the same seed, the same history, on every machine. */
export type Chance = {
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly likely: (percent: number) => boolean
  readonly pick: <T>(first: T, ...others: T[]) => T
  readonly list: <T>(from: number, to: number, make: (i: number) => T) => T[]
}

export const chanceOf = (seed: number): Chance => {
  let state = (seed * 2_654_435_761 + 0x9e3779b9) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  const int = (from: number, to: number): number => from + (next() % (to - from + 1))
  return {
    int,
    likely: (percent) => int(0, 99) < percent,
    pick: (first, ...others) => others[int(0, others.length) - 1] ?? first,
    list: (from, to, make) => Array.from({ length: int(from, to) }, (_, i) => make(i)),
  }
}
