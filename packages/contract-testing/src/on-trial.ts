import { describe, expect, test } from 'vitest'
import type { Contract } from './contract.ts'

/** Longer than any clause needs on SQLite; a promise that never comes true is broken too. */
const PATIENCE_MS = 2_000

/**
 * Registers the trial of a contract itself: adapters broken on purpose, one promise each, must be caught, and no clause
 * may be without somebody it catches. A saboteur that breaks every clause proves nothing and is refused.
 */
export const onTrial = <Port, Given>(
  name: string,
  contract: Contract<Port, Given>,
  trial: {
    readonly open: () => Promise<Port>
    readonly given: () => Given
    readonly saboteurs: Readonly<Record<string, (honest: Port) => Port>>
  },
): void => {
  const clauses = Object.entries(contract)
  const broken = new Set<string>()

  const brokenBy = async (sabotage: (honest: Port) => Port): Promise<readonly string[]> => {
    const verdicts = await Promise.allSettled(
      clauses.map(async ([, holds]) => inTime(holds(sabotage(await trial.open()), trial.given()))),
    )
    return clauses.filter((_, n) => verdicts[n]?.status === 'rejected').map(([clause]) => clause)
  }

  describe(`${name}, on trial`, () => {
    test.concurrent.each(Object.entries(trial.saboteurs))('one that %s is caught', async (_what, sabotage) => {
      const caught = await brokenBy(sabotage)
      for (const clause of caught) broken.add(clause)
      expect(caught).not.toEqual([])
      expect(caught.length).toBeLessThan(clauses.length)
    })

    test('no clause is without somebody it catches', () => {
      expect(clauses.map(([clause]) => clause).filter((clause) => !broken.has(clause))).toEqual([])
    })
  })
}

const inTime = (trial: Promise<void>): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => reject(new Error(`not within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  return Promise.race([trial, promise]).finally(() => clearTimeout(timer))
}
