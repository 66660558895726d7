import type { Time } from './time.ts'

/** Write units that may be spent: no second has more of them than it should, whichever second one looks at. */
export type WriteBudget = {
  /** Resolves when so many may be spent, in the order of the calls. */
  take(units: number): Promise<void>
  readonly perSecond: number
}

/** What is written at once under a budget: a quarter of a second's units, so that nobody waits long for its turn. */
export const unitsAtOnce = (budget: WriteBudget | undefined): number | undefined =>
  budget && Math.max(1, Math.floor(budget.perSecond / 4))

/** One write of more than a second's units has as many seconds to itself as it takes. */
export const writeBudget = (perSecond: number, { nowMs, pause }: Pick<Time, 'nowMs' | 'pause'>): WriteBudget => {
  if (!(perSecond >= 1)) throw new RangeError(`${perSecond} write units per second are too few to write anything`)
  /** What was spent, and until when it counts. */
  let spent: { readonly units: number; readonly untilMs: number }[] = []
  let last: Promise<void> = Promise.resolve()

  const granted = async (units: number): Promise<void> => {
    const wanted = Math.min(units, perSecond)
    for (;;) {
      const now = nowMs()
      spent = spent.filter(({ untilMs }) => untilMs > now)
      const left = perSecond - spent.reduce((sum, one) => sum + one.units, 0)
      if (wanted <= left) break
      await pause(Math.max(1, Math.min(...spent.map(({ untilMs }) => untilMs)) - now))
    }
    spent.push({ units: wanted, untilMs: nowMs() + 1_000 * Math.max(1, units / perSecond) })
  }

  return {
    perSecond,
    take(units) {
      last = last.then(() => granted(units))
      return last
    },
  }
}
