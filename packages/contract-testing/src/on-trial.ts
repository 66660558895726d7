import { describe, expect, test } from 'vitest'
import type { Contract } from './contract.ts'

/** A trial runs the whole contract once for each saboteur, perhaps on a busy machine. */
const TRIAL_MS = 60_000

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
    /** Where a clause waits for something: after so long, a promise that has not come true is a broken one. */
    readonly patienceMs?: number
  },
): void => {
  const clauses = Object.entries(contract)
  const broken = new Set<string>()

  const brokenBy = async (sabotage: (honest: Port) => Port): Promise<readonly string[]> => {
    const verdicts = await Promise.allSettled(
      clauses.map(async ([, holds]) => inTime(holds(sabotage(await trial.open()), trial.given()), trial.patienceMs)),
    )
    return clauses.filter((_, n) => verdicts[n]?.status === 'rejected').map(([clause]) => clause)
  }

  describe(`${name}, on trial`, () => {
    test.concurrent.each(Object.entries(trial.saboteurs))(
      'one that %s is caught',
      { timeout: TRIAL_MS },
      async (_what, sabotage) => {
        const caught = await brokenBy(sabotage)
        for (const clause of caught) broken.add(clause)
        expect(caught).not.toEqual([])
        expect(caught.length).toBeLessThan(clauses.length)
      },
    )

    test('no clause is without somebody it catches', () => {
      expect(clauses.map(([clause]) => clause).filter((clause) => !broken.has(clause))).toEqual([])
    })
  })
}

const inTime = (trial: Promise<void>, patienceMs: number | undefined): Promise<void> => {
  if (patienceMs === undefined) return trial
  const { promise, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => reject(new Error(`not within ${patienceMs} ms`)), patienceMs)
  return Promise.race([trial, promise]).finally(() => clearTimeout(timer))
}
