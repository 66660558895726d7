import { describe, expect, test } from 'vitest'
import type { Difference, Pair } from './difference.ts'
import { repair } from './repair.ts'
import type { Collection, Fields, Side } from './side.ts'
import { bodyAfter } from './testing/company.ts'
import { erase, overwrite, withWrongByte } from './testing/damage.ts'
import { inMemory } from './testing/in-memory.ts'
import { verify } from './verify.ts'

const SMALL = { acme: { streams: 3, records: 4 } }
const first = 'person/p000000#0000000001'
const last = 'person/p000000#0000000004'
const beyond = 'person/p000000#0000000005'

const pairOf = async (): Promise<Pair> => ({
  source: await inMemory('mongodb', SMALL),
  target: await inMemory('dynamodb', SMALL),
  tenant: 'acme',
})
const found = async (pair: Pair): Promise<readonly Difference[]> => {
  const { compared } = await verify(pair, { again: 0 })
  return compared.flatMap(({ differences }) => differences)
}
const repaired = async (pair: Pair, differences?: readonly Difference[]): Promise<readonly string[]> => {
  const outcomes = await repair(pair, differences ?? (await found(pair)))
  return outcomes.map(({ difference: { key }, done }) => `${key} ${done}`)
}
const at = async (side: Side, key: string, collection: Collection = 'events'): Promise<Fields> =>
  (await side.get('acme', collection, key)) ?? {}
const damage = async (side: Side, key: string, position = 300): Promise<void> => {
  const body = withWrongByte((await at(side, key))['body'] ?? '', position)
  await overwrite(side, 'acme', 'events', { key, fields: { body } })
}
const stray = { key: beyond, fields: { body: bodyAfter('something else', 'stray') } }

describe('a repair', () => {
  test('adds what is missing, replaces what is wrong, removes what is too much, and nothing else', async () => {
    const pair = await pairOf()
    await damage(pair.target, first)
    await erase(pair.target, 'acme', 'events', last)
    await overwrite(pair.target, 'acme', 'events', { ...stray, key: 'person/p000001#0000000005' })
    const card = { key: 'card#p000002', fields: { rev: '2', data: '{}', moved: '{"epoch":1,"to":"sqlite"}' } }
    await overwrite(pair.target, 'acme', 'records', card)
    expect(await repaired(pair)).toEqual([
      'card#p000002 replaced',
      `${first} replaced`,
      `${last} added`,
      'person/p000001#0000000005 removed',
    ])
    expect(await found(pair)).toEqual([])
    expect(await at(pair.target, 'card#p000002', 'records')).toEqual(await at(pair.source, 'card#p000002', 'records'))
  })

  test('done twice does nothing the second time', async () => {
    const pair = await pairOf()
    await damage(pair.target, first)
    const differences = await found(pair)
    expect(await repaired(pair, differences)).toEqual([`${first} replaced`])
    expect(await repaired(pair, differences)).toEqual([`${first} left`])
  })

  test('leaves alone what is broken in the source, and never writes there', async () => {
    const pair = await pairOf()
    await damage(pair.source, first)
    const before = await at(pair.source, first)
    expect(await repaired(pair)).toEqual([`${first} left`])
    expect(await at(pair.source, first)).toEqual(before)
    expect(await found(pair)).toMatchObject([{ key: first, broken: 'source' }])
  })

  test('copies nothing from a source whose chain breaks there', async () => {
    const pair = await pairOf()
    await damage(pair.source, first)
    await erase(pair.target, 'acme', 'events', first)
    expect(await repaired(pair)).toEqual([`${first} left`])
    expect(await pair.target.get('acme', 'events', first)).toBeUndefined()
  })

  test('leaves alone what the source may have lost', async () => {
    const pair = await pairOf()
    await erase(pair.source, 'acme', 'events', last)
    await erase(pair.source, 'acme', 'records', 'card#p000001')
    expect(await repaired(pair)).toEqual(['card#p000001 left', `${last} left`])
  })

  test.each([
    [
      'was mended',
      async (pair: Pair) =>
        overwrite(pair.target, 'acme', 'events', { key: first, fields: await at(pair.source, first) }),
    ],
    ['was changed again in the target', async ({ target }: Pair) => damage(target, first, 301)],
    ['has changed in the source', async ({ source }: Pair) => damage(source, first)],
  ] as const)('leaves alone what %s since it was looked at', async (_what, meanwhile) => {
    const pair = await pairOf()
    await damage(pair.target, first)
    const differences = await found(pair)
    await meanwhile(pair)
    const standing = await at(pair.target, first)
    expect(await repaired(pair, differences)).toEqual([`${first} left`])
    expect(await at(pair.target, first)).toEqual(standing)
  })

  test('gives way to a writer that comes between its look and its write', async () => {
    const pair = await pairOf()
    await overwrite(pair.target, 'acme', 'events', stray)
    const differences = await found(pair)
    const theirs = bodyAfter('theirs', 'theirs')
    const target: Side = {
      ...pair.target,
      async remove(tenant, collection, item) {
        await overwrite(pair.target, tenant, collection, { key: beyond, fields: { body: theirs } })
        return pair.target.remove(tenant, collection, item)
      },
    }
    expect(await repaired({ ...pair, target }, differences)).toEqual([`${beyond} left`])
    expect(await at(pair.target, beyond)).toEqual({ body: theirs })
  })

  test('takes no differences of another tenant', async () => {
    const pair = await pairOf()
    await damage(pair.target, first)
    await expect(repair({ ...pair, tenant: 'other' }, await found(pair))).rejects.toThrow(
      'of acme among those of other',
    )
  })
})
