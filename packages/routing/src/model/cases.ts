import { seal } from './chain.ts'
import { asDecided } from './rules.ts'
import type { Act, Config } from './world.ts'

const move: readonly Act[] = [{ announce: 1 }, 'finish', { delete: 0 }]
const moveBack: readonly Act[] = [{ announce: 0 }, 'finish', { delete: 1 }]

/** A stream in H with one record (or none), about to go to T. */
const exists = { stores: ['z', ''], home: 0, epoch: 0 }
const beginsNow = { stores: ['', ''], home: 0, epoch: 0 }
/** A stream that has been moved before, back and forth: home is T now, and H, which is empty, has been home. */
const old = { stores: ['', `${seal(1, 0, 7)}z${seal(2, 1, 7)}`], home: 1, epoch: 2 }
/** Moved to T just now, with a seal in H that somebody made who knew only of the announcement. */
const switched = { stores: [seal(1, 1, 7), 'b'], home: 1, epoch: 1, finishing: true as const }
const older = { stores: ['', `${seal(1, 1, 7)}y${seal(2, 0, 7)}z${seal(3, 1, 7)}`], home: 1, epoch: 3 }

const usual: Config = {
  ...exists,
  rules: asDecided,
  writers: 'a',
  sealers: 1,
  tails: 1,
  operators: [[{ announce: 1 }]],
  deaths: false,
  loads: false,
}

/** Worlds to explore, by what goes on in them. */
export const cases = {
  'a command tried by two processes, and another': { ...usual, writers: 'aab' },
  'a stream that begins under a move': { ...usual, ...beginsNow, writers: 'ab', sealers: 2 },
  'a late mover after a rollback': { ...usual, sealers: 2, tails: 0, operators: [[{ announce: 1 }, { announce: 0 }]] },
  'a rollback on the way': { ...usual, operators: [[{ announce: 1 }, { announce: 0 }, 'finish', { delete: 1 }]] },
  'a move to its end': { ...usual, writers: 'ab', operators: [move] },
  'a move to its end, of a stream that begins': { ...usual, ...beginsNow, writers: 'ab', operators: [move] },
  'a move to its end, processes dying': { ...usual, ...beginsNow, deaths: true, operators: [move] },
  'bulk copies in any order': { ...usual, loads: true, operators: [move] },
  'there and back': { ...usual, ...beginsNow, operators: [[...move, ...moveBack]] },
  'back at once, nothing deleted': {
    ...usual,
    ...beginsNow,
    writers: 'ab',
    tails: 0,
    operators: [[{ announce: 1 }, 'finish', { announce: 0 }, 'finish']],
  },
  'an operator who would delete too early': { ...usual, operators: [[{ announce: 1 }, { delete: 0 }, 'finish']] },
  'back to where it once was': { ...usual, ...old, operators: [moveBack] },
  'another target on the way, three stores': {
    ...usual,
    stores: ['z', '', ''],
    operators: [[{ announce: 1 }, { announce: 2 }, 'finish', { delete: 0 }]],
  },
  'three stores, a stream that begins': {
    ...usual,
    stores: ['', '', ''],
    tails: 0,
    operators: [[{ announce: 1 }, { announce: 2 }, 'finish', { delete: 0 }]],
  },
  'an operator who finishes, and one who rolls back': {
    ...usual,
    tails: 0,
    operators: [move, [{ announce: 0 }, 'finish']],
  },
  'two operators, one of whom goes on where the other ended': {
    ...usual,
    ...switched,
    writers: 'a',
    tails: 0,
    operators: [['finish', { announce: 0 }, 'finish'], ['finish']],
  },
} satisfies Record<string, Config>

/** Larger ones. */
export const largeCases = {
  'three writers while a move is announced': { ...usual, writers: 'abc' },
  'four writers while a move is announced': { ...usual, writers: 'abcd' },
  'two writers, a rollback, and two who seal': {
    ...usual,
    writers: 'ab',
    sealers: 2,
    operators: [[{ announce: 1 }, { announce: 0 }]],
  },
  'two writers go back to where it once was': { ...usual, ...old, writers: 'ab', operators: [moveBack] },
  'two writers go back to where it was twice': { ...usual, ...older, writers: 'ab', operators: [moveBack] },
  'two operators with two minds': {
    ...usual,
    ...beginsNow,
    tails: 0,
    operators: [
      [{ announce: 1 }, 'finish'],
      ['finish', ...moveBack],
    ],
  },
  'three stores, two writers': {
    ...usual,
    stores: ['', '', ''],
    writers: 'ab',
    operators: [[{ announce: 1 }, { announce: 2 }, 'finish', { delete: 0 }]],
  },
  'two operators finish, and one goes back': {
    ...usual,
    ...beginsNow,
    writers: 'ab',
    tails: 0,
    operators: [[{ announce: 1 }, 'finish', { announce: 0 }], ['finish']],
  },
} satisfies Record<string, Config>
