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
    'a command tried by two processes, and another': 50_182,
    'a stream that begins under a move': 15_130,
    'a late mover after a rollback': 11_433,
    'a rollback on the way': 6_240,
    'a move to its end': 25_173,
    'a move to its end, of a stream that begins': 36_958,
    'a move to its end, processes dying': 1_945,
    'bulk copies in any order': 2_730,
    'there and back': 4_951,
    'back at once, nothing deleted': 23_580,
    'an operator who would delete too early': 1_923,
    'back to where it once was': 4_906,
    'another target on the way, three stores': 29_401,
    'three stores, a stream that begins': 1_493,
    'an operator who finishes, and one who rolls back': 23_856,
    'two operators, one of whom goes on where the other ended': 7_252,
  }
  /** Tried where changes are checked. */
  const manyStates: Record<keyof typeof largeCases, number> = {
    'three writers while a move is announced': 61_194,
    'four writers while a move is announced': 1_051_062,
    'two writers, a rollback, and two who seal': 861_685,
    'two writers go back to where it once was': 60_268,
    'two writers go back to where it was twice': 147_795,
    'two operators with two minds': 55_086,
    'three stores, two writers': 391_438,
    'two operators finish, and one goes back': 216_806,
  }
  const all = new Map(Object.entries({ ...states, ...manyStates }))
  const worlds = Object.entries({ ...cases, ...(process.env['CI'] && largeCases) })
  test.each(worlds)('%s', { timeout: 600_000 }, (name, config) => {
    const { ends, ...explored } = explore(streamModel(config))
    expect({ [name]: explored }).toEqual({ [name]: { states: all.get(name) } })
    expect(ends).toBeGreaterThan(0)
  })
})
