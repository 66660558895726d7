import { expect, test } from 'vitest'
import { recent } from './recent.ts'

test('what was used last stays, and the rest goes', () => {
  const kept = recent<number>(2)({})
  kept.set('a', 1)
  kept.set('b', 2)
  kept.get('a')
  kept.set('c', 3)
  expect(['a', 'b', 'c'].map(kept.get)).toEqual([1, undefined, 3])
})

test('two owners share nothing', () => {
  const [one, other] = [{}, {}]
  const kept = recent<number>(2)
  kept(one).set('a', 1)
  expect([kept(one).get('a'), kept(other).get('a')]).toEqual([1, undefined])
})
