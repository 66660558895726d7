import { describe, expect, test } from 'vitest'
import { cases } from './cases.ts'
import { explore } from './explore.ts'
import { asDecided, type Rules } from './rules.ts'
import { streamModel } from './stream.ts'

type Planted = { readonly rules: Partial<Rules>; readonly in: keyof typeof cases; readonly found: RegExp }

/** What is seen when one rule is left out: each is needed. */
const planted: Record<string, Planted> = {
  'the first row is believed, wherever it points': {
    rules: { followsPointers: false },
    in: 'three stores, a stream that begins',
    found: /^a was acknowledged and is lost: $/,
  },
  'the last seal is trusted whatever its epoch': {
    rules: { trusts: 'the last seal' },
    in: 'back to where it once was',
    found: /^a was taken in H, which owns no such version$/,
  },
  'whatever lies in the target is trusted': {
    rules: { trusts: 'any record' },
    in: 'bulk copies in any order',
    found: /was taken in T, which owns no such version$/,
  },
  'a writer appends without the condition, at a head read before the seal': {
    rules: { appendsIfAbsent: false },
    in: 'bulk copies in any order',
    found: /^a was taken in H, which owns no such version$/,
  },
  'a sealer appends without the condition': {
    rules: { sealsIfAbsent: false },
    in: 'bulk copies in any order',
    found: /^<1T> was taken in H, which owns no such version$/,
  },
  'a late mover seals again what has come back': {
    rules: { sealsOncePerEpoch: false },
    in: 'a late mover after a rollback',
    found: /^doubled: z<1T><2H><1T>$/,
  },
  'a seal stops nobody': {
    rules: { followsSeals: false },
    in: 'bulk copies in any order',
    found: /^a was taken in H, which owns no such version$/,
  },
  'version 1 is not sealed': {
    rules: { sealsVersionOne: false },
    in: 'a move to its end, processes dying',
    found: /^a was acknowledged and is lost: $/,
  },
  'a stray seal is taken for a record': {
    rules: { voidsStraySeals: false },
    in: 'a move to its end, of a stream that begins',
    found: /^[ab] is refused: other bytes in T$/,
  },
  'other bytes are written over': {
    rules: { keepsOtherBytes: false },
    in: 'a move to its end, of a stream that begins',
    found: /^[ab] was acknowledged and is lost: <1T>$/,
  },
  'a gap in the target is an error': {
    rules: { gapMeansNotYet: false },
    in: 'bulk copies in any order',
    found: /a gap in T$/,
  },
  'copies begin with the newest': {
    rules: { copies: 'newest first' },
    in: 'a rollback on the way',
    found: /a gap/,
  },
  'what is carried home comes as it is found': {
    rules: { carries: 'own records' },
    in: 'another target on the way, three stores',
    found: /a gap/,
  },
  'what no seal led to is carried home': {
    rules: { carriesBehindSeals: false },
    in: 'a move to its end, processes dying',
    found: /was taken in H, which owns no such version$/,
  },
  'the next move copies before this one is over': {
    rules: { copiesOnlyWhenFinished: false },
    in: 'a move to its end, processes dying',
    found: /was taken in H, which owns no such version$/,
  },
  'a rollback has the epoch of the move': {
    rules: { nextEpoch: false },
    in: 'a rollback on the way',
    found: /^a was acknowledged and is lost: z<1T>$/,
  },
  'a finish waits for nobody': {
    rules: { waitsForAnnounced: 'nothing' },
    in: 'a move to its end, processes dying',
    found: /^a was acknowledged and is lost: $/,
  },
  'a finish waits for what processes know, and not for their operations': {
    rules: { waitsForAnnounced: 'caches' },
    in: 'a move to its end, processes dying',
    found: /^a was acknowledged and is lost: $/,
  },
  'old data is deleted while processes live that do not know of the finish': {
    rules: { waitsForFinished: 'nothing' },
    in: 'a move to its end',
    found: /^[ab] is refused: a gap in H$/,
  },
  'old data is deleted under operations that began before': {
    rules: { waitsForFinished: 'caches' },
    in: 'a move to its end',
    found: /^[ab] is refused: a gap in H$/,
  },
  'the last sweep comes before the wait': {
    rules: { sweepsLast: false },
    in: 'a move to its end, of a stream that begins',
    found: /^[ab] was acknowledged and is lost: $/,
  },
  'a finish does not look whether it was called off': {
    rules: { marksIfUnchanged: false },
    in: 'an operator who finishes, and one who rolls back',
    found: /^a gap/,
  },
  'stray seals stay': {
    rules: { clearsStraySeals: false },
    in: 'back at once, nothing deleted',
    found: /is refused: other bytes in H$/,
  },
  'whatever is version 1 by then is cleared': {
    rules: { clearsThatSealOnly: false },
    in: 'two operators, one of whom goes on where the other ended',
    found: /^a was acknowledged and is lost: b<2H>$/,
  },
  'old data is deleted as soon as it is copied': {
    rules: { deletesAfterFinish: false },
    in: 'an operator who would delete too early',
    found: /^a gap/,
  },
  'a store is moved to while it is being emptied': {
    rules: { deletionBeforeMoves: false },
    in: 'there and back',
    found: /^a was acknowledged and is lost: <2H>$/,
  },
}

describe('a rule that is left out is missed', () => {
  test.each(Object.entries(planted))('%s', { timeout: 120_000 }, (_, { rules, in: name, found }) => {
    const explored = explore(streamModel({ ...cases[name], rules: { ...asDecided, ...rules } }))
    expect(explored.found?.wrong).toMatch(found)
  })
})
