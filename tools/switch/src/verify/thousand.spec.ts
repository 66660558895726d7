import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pair } from './difference.ts'
import { repair } from './repair.ts'
import { COLLECTIONS } from './side.ts'
import { company } from './testing/company.ts'
import { overwrite, withWrongByte } from './testing/damage.ts'
import { inMemory } from './testing/in-memory.ts'
import { verify } from './verify.ts'

const SIZE = { streams: 250, records: 20 }
const everything = COLLECTIONS.flatMap((collection) =>
  [...company('acme', collection, SIZE)].map((item) => ({ collection, item })),
)
/** The text of each collection that a byte is changed in. */
const TEXTS = { events: 'body', records: 'data', registry: 'digest' } as const

const planted = fc.uniqueArray(fc.tuple(fc.nat(everything.length - 1), fc.nat(10_000)), {
  selector: ([which]) => which,
  minLength: 1_000,
  maxLength: 1_000,
})

test('of 1,000 single bytes that were changed in 5,500 stored things 1,000 are found, named and mended', async () => {
  const law = fc.asyncProperty(planted, async (changes) => {
    const pair: Pair = {
      source: await inMemory('mongodb', { acme: SIZE }),
      target: await inMemory('sqlite', { acme: SIZE }),
      tenant: 'acme',
    }
    const expected = new Map<string, string>()
    for (const [which, position] of changes) {
      const { collection, item } = everything[which] ?? expect.fail('no such thing')
      const text = item.fields[TEXTS[collection]] ?? ''
      const changed = withWrongByte(text, position % text.length)
      const fields = { ...item.fields, [TEXTS[collection]]: changed }
      await overwrite(pair.target, 'acme', collection, { ...item, fields })
      expected.set(`${collection} ${item.key}`, 'different, target')
    }

    const { compared } = await verify(pair, { again: 0 })
    const differences = compared.flatMap((each) => each.differences)
    expect(
      new Map(differences.map(({ collection, key, is, broken }) => [`${collection} ${key}`, `${is}, ${broken}`])),
    ).toEqual(expected)

    const repaired = await repair(pair, differences)
    expect(repaired.map(({ done }) => done)).toEqual(changes.map(() => 'replaced'))
    const again = await verify(pair, { again: 0 })
    expect(again.compared.map(({ digests, differences }) => [digests.target, differences])).toEqual(
      again.compared.map(({ digests }) => [digests.source, []]),
    )
  })
  await fc.assert(law, { numRuns: 1, endOnFailure: true })
}, 120_000)
