import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { circling, isWithin, lineOf, missing } from './departments.ts'

const company = {
  company: { parent: null },
  sales: { parent: 'company' },
  export: { parent: 'sales' },
  asia: { parent: 'export' },
  legal: { parent: 'company' },
}

describe('a department', () => {
  test.each([
    ['sales', 'sales', true],
    ['asia', 'sales', true],
    ['export', 'company', true],
    ['company', 'sales', false],
    ['legal', 'sales', false],
    ['unknown', 'sales', false],
    ['unknown', 'unknown', true],
    ['toString', 'sales', false],
  ])('%s lies within %s: %s', (department, other, within) => expect(isWithin(company, department, other)).toBe(within))

  test('has a line upwards, nearest first', () =>
    expect(lineOf(company, 'asia')).toEqual(['asia', 'export', 'sales', 'company']))

  test('that lies below itself is found, and nothing runs in circles', () => {
    const circle = { ...company, sales: { parent: 'asia' } }
    expect(circling(circle)).toEqual(['asia', 'export', 'sales'])
    expect(lineOf(circle, 'asia')).toEqual(['asia', 'export', 'sales'])
    expect(circling(company)).toEqual([])
    expect(circling({ alone: { parent: 'alone' } })).toEqual(['alone'])
  })

  test('may name no parent that is not there', () =>
    expect(missing({ ...company, support: { parent: 'service' } })).toEqual(['service']))

  const trees = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('a', 'b', 'c', 'd', null), {
      noNullPrototype: true,
    })
    .map((parents) => Object.fromEntries(Object.entries(parents).map(([id, parent]) => [id, { parent }])))

  test('is never above what it lies below, unless the tree is refused', () =>
    fc.assert(
      fc.property(trees, fc.constantFrom('a', 'b', 'c'), fc.constantFrom('b', 'c', 'd'), (tree, a, b) => {
        if (a !== b && circling(tree).length === 0) expect(isWithin(tree, a, b) && isWithin(tree, b, a)).toBe(false)
      }),
      { numRuns: RUNS },
    ))
})
