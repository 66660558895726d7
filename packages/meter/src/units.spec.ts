import { describe, expect, test } from 'vitest'
import { itemBytes } from './item-bytes.ts'
import { pagedReadUnits, readUnits, writeUnits } from './units.ts'

const KB = 1024

describe('an item', () => {
  test('is as large as its names and values in UTF-8', () =>
    expect(itemBytes({ pk: { S: 'acme' }, sk: { S: 'ü🏖' } })).toBe(2 + 4 + 2 + 2 + 4))

  test.each([
    ['0', 1],
    ['1', 2],
    ['12', 2],
    ['100', 2],
    ['120', 3],
    ['123', 3],
    ['12345', 4],
    ['1234567890', 6],
    ['-1', 3],
    ['1.5', 3],
  ])('counts the number %s as %i bytes', (text, bytes) => expect(itemBytes({ n: { N: text } })).toBe(1 + bytes))

  test('counts 3 for a list or map, and 1 for each element', () => {
    expect(itemBytes({ l: { L: [{ S: 'ab' }, { NULL: true }] } })).toBe(1 + 3 + (1 + 2) + (1 + 1))
    expect(itemBytes({ m: { M: { a: { BOOL: true } } } })).toBe(1 + 3 + 1 + 1 + 1)
  })
})

describe('a write', () => {
  test('costs one unit per begun KB', () =>
    expect([0, 1, KB, KB + 1, 256 * KB].map((bytes) => writeUnits(bytes))).toEqual([1, 1, 1, 2, 256]))

  test('costs the larger of the item before and after', () =>
    expect([writeUnits(3 * KB, 100), writeUnits(100, 3 * KB)]).toEqual([3, 3]))
})

describe('a read', () => {
  test('costs one unit per begun 4 KB, nothing there included', () =>
    expect([0, 4 * KB, 4 * KB + 1].map((bytes) => readUnits(bytes))).toEqual([1, 1, 2]))

  test('costs half when it may be stale', () =>
    expect([0, 4 * KB + 1].map((it) => readUnits(it, false))).toEqual([0.5, 1]))
})

describe('a query', () => {
  test('sums its items before it rounds', () => expect(pagedReadUnits(Array(8).fill(KB))).toBe(2))
  test('costs one unit when it finds nothing', () => expect(pagedReadUnits([])).toBe(1))
  test('rounds each page of 1 MB by itself', () => {
    const item = 300 * KB
    expect(pagedReadUnits(Array(5).fill(item))).toBe(Math.ceil((4 * item) / (4 * KB)) + item / (4 * KB))
  })
  test('asks for no more when it ended with a full page', () => expect(pagedReadUnits([1024 * KB])).toBe(256))
})
