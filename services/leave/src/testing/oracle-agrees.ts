import { describe, expect, test } from 'vitest'
import { agrees, answersOf, engine, oracleAnswers } from './agreement.ts'
import { historyOf } from './histories.ts'
import { HISTORIES, QUARTER_TIMEOUT_MS, type Quarter, quarterOf } from './runs.ts'
import { smallest } from './smallest.ts'

const TESTS = 5

/** The engine and a slow, plain second implementation, which share no code, say the same about random histories. */
export const oracleAgrees = (quarter: Quarter): void => {
  const [first, last] = quarterOf(HISTORIES, quarter)
  const each = (last - first + 1) / TESTS
  describe('the engine agrees with the oracle', () => {
    test.each(Array.from({ length: TESTS }, (_, n) => first + n * each))(
      'on random histories from seed %i on',
      (from) => {
        for (let seed = from; seed < from + each; seed++) {
          if (!agrees(engine, historyOf(seed))) expect.fail(differenceOf(seed))
        }
      },
      QUARTER_TIMEOUT_MS,
    )
  })
}

/** Where they differ: the seed, the smallest facts in which they still do, and both answers. */
const differenceOf = (seed: number): string => {
  const history = smallest(historyOf(seed), (smaller) => !agrees(engine, smaller))
  const engineSays = tried(() => answersOf(engine, history))
  const oracleSays = tried(() => oracleAnswers(history))
  return [`seed ${seed}`, history, { engineSays }, { oracleSays }]
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part, null, 1)))
    .join('\n')
}

const tried = (answers: () => unknown): unknown => {
  try {
    return answers()
  } catch (error) {
    return String(error)
  }
}
