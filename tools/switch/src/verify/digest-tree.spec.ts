import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketOf, type DigestTree, differing, digesting, digestOf } from './digest-tree.ts'

type Thing = readonly [key: string, value: string]

const treeOf = (things: Iterable<Thing>): DigestTree => {
  const tree = digesting()
  for (const [key, value] of things) tree.add(key, value)
  return tree.done()
}
const many = (count: number): readonly Thing[] =>
  Array.from({ length: count }, (_, n) => [`person/p${n}#0000000001`, `{"n":${n}}`] as const)
const things = many(2_000)
const tree = treeOf(things)

describe('a digest tree', () => {
  test('is the same whatever the order in which its things were read', () => {
    expect(treeOf(things.toReversed())).toEqual(tree)
    expect(tree.count).toBe(2_000)
  })

  test('of the same things is known by its root alone', () => {
    expect(differing(tree, treeOf(things))).toEqual({ buckets: [], comparisons: 1 })
  })

  test('leads to one wrong byte among 100,000 records in fewer than 20 comparisons', () => {
    const hundredThousand = many(100_000)
    const right = treeOf(hundredThousand)
    fc.assert(
      fc.property(fc.nat(hundredThousand.length - 1), (n) => {
        const [key, value] = hundredThousand[n] ?? ['', '']
        const wrong = treeOf(hundredThousand.with(n, [key, `${value.slice(0, -1)}]`]))
        const { buckets, comparisons } = differing(right, wrong)
        expect(buckets).toEqual([bucketOf(key)])
        expect(comparisons).toBeLessThan(20)
      }),
      { numRuns: 1 },
    )
  }, 120_000)

  test('leads to everything that differs, is missing or is too much', () => {
    const wrong = fc.uniqueArray(fc.tuple(fc.nat(things.length - 1), fc.constantFrom('lost', 'changed', 'doubled')), {
      selector: ([n]) => n,
      maxLength: 30,
    })
    fc.assert(
      fc.property(wrong, (planted) => {
        const others = new Map(things)
        const buckets = new Set<number>()
        for (const [n, how] of planted) {
          const [key, value] = things[n] ?? ['', '']
          if (how === 'lost') others.delete(key)
          else others.set(how === 'doubled' ? `${key}again` : key, `${value} `)
          buckets.add(bucketOf(how === 'doubled' ? `${key}again` : key))
        }
        expect(differing(tree, treeOf(others)).buckets).toEqual([...buckets].sort((a, b) => a - b))
      }),
      { numRuns: 20 },
    )
  })

  test('has no two pairs of key and value that read alike', () => {
    expect(digestOf('a', 'bc')).not.toEqual(digestOf('ab', 'c'))
    expect(digestOf('a1', '1:b')).not.toEqual(digestOf('a', '11:b'))
  })
})
