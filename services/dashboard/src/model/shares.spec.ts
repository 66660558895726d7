import { expect, test } from 'vitest'
import { shares } from './shares.ts'

test('parts of a balance are parts of the whole', () => {
  expect(shares(20, [5, 2.5, 0])).toEqual([25, 12.5, 0])
})

test('a bar is never overfull, and a debt has no length', () => {
  expect(shares(10, [15, 5, -3])).toEqual([75, 25, 0])
  expect(shares(0, [0, 0])).toEqual([0, 0])
})
