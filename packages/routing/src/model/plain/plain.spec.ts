import { describe, expect, test } from 'vitest'
import { explore } from '../explore.ts'
import { plainModel } from './model.ts'
import { asDecided, type Rules } from './rules.ts'
import type { Act, Config } from './world.ts'

const move: readonly Act[] = [{ announce: 1 }, 'finish', { delete: 0 }]
const rollback: readonly Act[] = [{ announce: 1 }, { announce: 0 }, 'finish', { delete: 1 }]
const usual: Config = {
  rules: asDecided,
  start: { rev: 1, data: 'z' },
  writers: 'ab',
  markers: 1,
  acts: [{ announce: 1 }],
  deaths: false,
}
const cases = {
  'two writers while a move is announced': usual,
  'a record that is made under a move': { ...usual, start: undefined },
  'a record that is made, and a rollback': { ...usual, start: undefined, writers: 'a', acts: rollback },
  'a rollback': { ...usual, writers: 'a', acts: rollback },
  'a purge alone': { ...usual, writers: 'p', acts: move },
  'a purge, and a move to its end': { ...usual, writers: 'ap', acts: move },
  'a record that is made, and a move to its end': { ...usual, start: undefined, acts: move },
  'there and back': {
    ...usual,
    start: undefined,
    writers: 'a',
    acts: [...move, { announce: 0 }, 'finish', { delete: 1 }],
  },
} satisfies Record<string, Config>
const largeCases = {
  'a purge and two writers': { ...usual, writers: 'abp' },
  'processes that die': { ...usual, start: undefined, deaths: true, acts: move },
  'two who mark, and a rollback': { ...usual, writers: 'a', markers: 2, acts: [{ announce: 1 }, { announce: 0 }] },
  'back at once, nothing deleted': {
    ...usual,
    start: undefined,
    acts: [{ announce: 1 }, 'finish', { announce: 0 }, 'finish'],
  },
} satisfies Record<string, Config>

/** In every state: no acknowledged write is lost or doubled, no purge undone, one content per `rev`, and all writers land. */
describe('a plain record that is moved while it is written', () => {
  const states: Record<keyof typeof cases, number> = {
    'two writers while a move is announced': 13_236,
    'a record that is made under a move': 3_874,
    'a record that is made, and a rollback': 1_099,
    'a rollback': 7_880,
    'a purge alone': 2_616,
    'a purge, and a move to its end': 32_748,
    'a record that is made, and a move to its end': 25_960,
    'there and back': 2_908,
  }
  test.each(Object.entries(cases))('%s', { timeout: 120_000 }, (name, config) => {
    const { ends, ...explored } = explore(plainModel(config))
    expect({ [name]: explored }).toEqual({ [name]: { states: new Map(Object.entries(states)).get(name) } })
    expect(ends).toBeGreaterThan(0)
  })

  const large = process.env['CI'] ? Object.entries(largeCases) : []
  test.each(large)('in many more states: %s', { timeout: 600_000 }, (_, config) => {
    const { states: visited, ends, ...wrong } = explore(plainModel(config))
    expect(wrong).toEqual({})
    expect([visited > 30_000, ends > 0]).toEqual([true, true])
  })
})

type Planted = { readonly rules: Partial<Rules>; readonly in: keyof typeof cases; readonly found: RegExp }
const planted: Record<string, Planted> = {
  'a write over what was written meanwhile': {
    rules: { writesIfUnchanged: false },
    in: 'a rollback',
    found: /^other contents under one rev: 2za, 2z<1T>$/,
  },
  'a mark over what was written meanwhile': {
    rules: { marksIfUnchanged: false },
    in: 'a rollback',
    found: /^a was acknowledged and is lost: 2z<1T>$/,
  },
  'a copy without a mark counts': {
    rules: { trustsMarksOnly: false },
    in: 'two writers while a move is announced',
    found: /^a was acknowledged and is lost: 1z$/,
  },
  'a record is made where all go to': {
    rules: { madeInHome: false },
    in: 'there and back',
    found: /^a was acknowledged and is lost: nothing$/,
  },
  'a late copy replaces what is newer': {
    rules: { copiesGiveWay: false },
    in: 'a rollback',
    found: /^a was acknowledged and is lost: 2z<1T>$/,
  },
  'a purge leaves nothing': {
    rules: { leavesTombstones: false },
    in: 'a purge alone',
    found: /^p was acknowledged and is lost: 2z<1T>$/,
  },
  'the mark of a rollback is taken for that of another writer': {
    rules: { laterMarksCount: false },
    in: 'a record that is made, and a rollback',
    found: /^doubled: 3aa<2H>$/,
  },
  'a finish does not look whether all has arrived': {
    rules: { finishesWhenCopied: false },
    in: 'there and back',
    found: /^a was acknowledged and is lost: nothing$/,
  },
  'a finish waits for nobody': {
    rules: { waitsForAnnounced: false },
    in: 'there and back',
    found: /^a was acknowledged and is lost: nothing$/,
  },
  'old data is deleted while processes live that do not know of the finish': {
    rules: { waitsForFinished: false },
    in: 'a rollback',
    found: /^a was acknowledged and is lost: 3z<2H>$/,
  },
}
describe('a rule for plain records that is left out is missed', () => {
  test.each(Object.entries(planted))('%s', { timeout: 120_000 }, (_, { rules, in: name, found }) => {
    const explored = explore(plainModel({ ...cases[name], rules: { ...asDecided, ...rules } }))
    expect(explored.found?.wrong).toMatch(found)
  })
})
