import { describe, expect, test } from 'vitest'
import { agrees, answersOf, engine, oracleAnswers } from './agreement.ts'
import { historyOf } from './histories.ts'
import { smallest } from './smallest.ts'

/** All where changes are checked, a taste on every save. */
const HISTORIES = process.env['CI'] ? 100_000 : 500
const TESTS = 20

/** The engine and a slow, plain second implementation, which share no code, say the same about random histories. */
describe('the engine agrees with the oracle', () => {
  test.each(Array.from({ length: TESTS }, (_, i) => ({ from: (i * HISTORIES) / TESTS })))(
    'on random histories from seed $from on',
    ({ from }) => {
      for (let seed = from; seed < from + HISTORIES / TESTS; seed++) {
        if (!agrees(engine, historyOf(seed))) expect.fail(differenceOf(seed))
      }
    },
    600_000,
  )
})

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
