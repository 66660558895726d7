import { describe, expect, test } from 'vitest'
import { cases, largeCases } from './cases.ts'
import { explore } from './explore.ts'
import { streamModel } from './stream.ts'

/**
 * In every state of these worlds: nothing acknowledged is lost, nothing is doubled, no two stores hold other bytes under
 * one version, no append is taken by a store that does not own it, nobody is refused, every writer lands by its own steps
 * (whatever it knows, and however long all others stand still), and the end can be reached.
 */
describe('a stream that is moved while it is written', () => {
  const states: Record<keyof typeof cases, number> = {
    'a command tried by two processes, and another': 29_966,
    'a stream that begins under a move': 12_222,
    'a late mover after a rollback': 8_847,
    'a rollback on the way': 5_638,
    'a move to its end': 19_180,
    'a move to its end, of a stream that begins': 35_308,
    'a move to its end, processes dying': 1_909,
    'bulk copies in any order': 1_986,
    'there and back': 4_725,
    'back at once, nothing deleted': 22_568,
    'an operator who would delete too early': 1_466,
    'back to where it once was': 3_356,
    'another target on the way, three stores': 21_862,
    'three stores, a stream that begins': 1_423,
    'an operator who finishes, and one who rolls back': 22_448,
    'two operators, one of whom goes on where the other ended': 6_460,
  }
  /** Tried where changes are checked. */
  const manyStates: Record<keyof typeof largeCases, number> = {
    'three writers while a move is announced': 37_252,
    'four writers while a move is announced': 573_370,
    'two writers, a rollback, and two who seal': 585_694,
    'two writers go back to where it once was': 36_326,
    'two writers go back to where it was twice': 91_920,
    'two operators with two minds': 54_666,
    'three stores, two writers': 318_332,
    'two operators finish, and one goes back': 207_406,
  }
  const all = new Map(Object.entries({ ...states, ...manyStates }))
  const worlds = Object.entries({ ...cases, ...(process.env['CI'] && largeCases) })
  test.each(worlds)('%s', { timeout: 600_000 }, (name, config) => {
    const { ends, ...explored } = explore(streamModel(config))
    expect({ [name]: explored }).toEqual({ [name]: { states: all.get(name) } })
    expect(ends).toBeGreaterThan(0)
  })
})
