import { deciderLaws, specOf } from '@awayday/event-sourcing/testing'
import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { departmentsCodec } from '#wire/department-events.ts'
import { departments } from './departments.ts'

const ana = 'ana' as PersonId
const given = specOf(departments)
const sales = { department: 'sales', parent: null, head: null, seq: 100 }
const west = { department: 'west', parent: 'sales', head: ana, seq: 200 }

describe('what the directory says about departments', () => {
  test('is noted', () =>
    given({ type: 'DepartmentNoted', ...sales })
      .when({ type: 'Note', ...west })
      .yields({ type: 'DepartmentNoted', ...west }))
  test('is noted once', () =>
    given({ type: 'DepartmentNoted', ...west })
      .when({ type: 'Note', ...west })
      .yields())
  test('is no longer said where a later word is known', () =>
    given({ type: 'DepartmentNoted', ...west })
      .when({ type: 'Note', ...west, head: null, seq: 150 })
      .yields())
})

const words = fc.record({
  type: fc.constant('Note' as const),
  department: fc.constantFrom('a', 'b', '__proto__', 'toString'),
  parent: fc.constantFrom(null, 'a', 'b'),
  head: fc.constantFrom(null, ana),
  seq: fc.nat(20),
})

describe('the laws of departments', () => {
  test.each(Object.entries(deciderLaws({ decider: departments, codec: departmentsCodec, commands: words })))(
    '%s',
    (_law, holds) => holds(),
  )

  test('the same words in any order, however often, say the same', () =>
    fc.assert(
      fc.property(
        fc
          .uniqueArray(words, { selector: ({ seq }) => seq })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
          ),
        ([once, often]) => {
          expect(after(often)).toEqual(after(once))
        },
      ),
      { numRuns: RUNS },
    ))
})

const after = (all: readonly Parameters<typeof departments.decide>[0][]) =>
  all.reduce((state, word) => {
    const decided = departments.decide(word, state)
    return decided.ok ? decided.value.reduce(departments.evolve, state) : state
  }, departments.initial)
