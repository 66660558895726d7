import { describe, expect, test } from 'vitest'
import { eventKey } from './canonical.ts'
import type { Difference, Pair } from './difference.ts'
import { sentence } from './difference.ts'
import type { Collection, Side } from './side.ts'
import { bodyAfter, sealed } from './testing/company.ts'
import { erase, overwrite, withWrongByte } from './testing/damage.ts'
import { inMemory } from './testing/in-memory.ts'
import { type Verdict, verify } from './verify.ts'

const QUICKLY = { again: 1, pauseMs: 1, now: () => '2026-05-04T08:00:00.000Z' }
const SMALL = { acme: { streams: 3, records: 4 }, other: { streams: 2, records: 2 } }

const pairOf = async (tenants: typeof SMALL = SMALL): Promise<Pair> => ({
  source: await inMemory('mongodb', tenants),
  target: await inMemory('dynamodb', tenants),
  tenant: 'acme',
})
const bodyOf = async (side: Side, stream: string, version: number): Promise<string> =>
  (await side.get('acme', 'events', eventKey(stream, version)))?.['body'] ?? ''
const append = async (side: Side, stream: string, version: number, body: string): Promise<void> =>
  overwrite(side, 'acme', 'events', { key: eventKey(stream, version), fields: { body } })
const differencesOf = ({ compared }: Verdict): readonly Difference[] =>
  compared.flatMap(({ differences }) => differences)
const told = (verdict: Verdict) =>
  differencesOf(verdict).map(({ collection, key, is, broken }) => `${collection} ${key} ${is}, ${broken}`)
const ana = 'person/p000000'

describe('two stores', () => {
  test('that hold the same are equal, digest for digest', async () => {
    const { compared } = await verify(await pairOf(), QUICKLY)
    expect(
      compared.map(({ collection, count, ahead, differences }) => ({ collection, count, ahead, differences })),
    ).toEqual([
      { collection: 'events', count: 12, ahead: 0, differences: [] },
      { collection: 'records', count: 3, ahead: 0, differences: [] },
      { collection: 'registry', count: 3, ahead: 0, differences: [] },
    ])
    for (const { digests } of compared) expect(digests.target).toBe(digests.source)
  })

  test('are compared of one tenant alone', async () => {
    const pair = await pairOf()
    await erase(pair.target, 'other', 'records', 'card#p000000')
    expect(told(await verify(pair, QUICKLY))).toEqual([])
    expect(told(await verify({ ...pair, tenant: 'other' }, QUICKLY))).toEqual(['records card#p000000 missing, target'])
  })

  test('show one wrong byte with what stands around it on both sides', async () => {
    const pair = await pairOf()
    const right = await bodyOf(pair.source, ana, 2)
    const at = right.indexOf('annual') + 2
    await append(pair.target, ana, 2, withWrongByte(right, at))
    const [difference, ...others] = differencesOf(await verify(pair, QUICKLY))
    expect(others).toEqual([])
    expect(difference).toEqual({
      tenant: 'acme',
      collection: 'events',
      key: `${ana}#0000000002`,
      is: 'different',
      broken: 'target',
      why: `the chain of ${ana} breaks there`,
      at,
      source: { bytes: right.length, digest: expect.any(String), excerpt: right.slice(at - 24, at + 24) },
      target: {
        bytes: right.length,
        digest: expect.any(String),
        excerpt: withWrongByte(right, at).slice(at - 24, at + 24),
      },
    })
    expect(difference && sentence(pair, difference)).toMatch(
      /^acme events person\/p000000#0000000002 is different in dynamodb from byte \d+ on: mongodb has 4\d\d bytes .* broken: dynamodb \(the chain of person\/p000000 breaks there\)$/,
    )
  })

  test('show no word of a plain record', async () => {
    const pair = await pairOf()
    const item = { key: 'card#p000001', fields: { rev: '3', data: '{"name":"Somebody else"}' } }
    await overwrite(pair.target, 'acme', 'records', item)
    const [difference] = differencesOf(await verify(pair, QUICKLY))
    expect(difference).toMatchObject({ source: { rev: '3' }, target: { rev: '3' }, broken: 'target' })
    expect(JSON.stringify(difference)).not.toMatch(/Somebody|example\.com/)
  })

  test.each([
    ['a missing record', 'events', `${ana}#0000000003`],
    ['a missing last record', 'events', `${ana}#0000000004`],
    ['a missing card', 'records', 'card#p000002'],
  ] as const)('name %s', async (_what, collection: Collection, key) => {
    const pair = await pairOf()
    await erase(pair.target, 'acme', collection, key)
    expect(told(await verify(pair, QUICKLY))).toEqual([`${collection} ${key} missing, target`])
  })

  test('name a record under a wrong key as one missing and one too much', async () => {
    const pair = await pairOf()
    const body = await bodyOf(pair.source, ana, 4)
    await erase(pair.target, 'acme', 'events', `${ana}#0000000004`)
    await append(pair.target, 'person/p00000o', 4, body)
    expect(told(await verify(pair, QUICKLY))).toEqual([
      `events ${ana}#0000000004 missing, target`,
      'events person/p00000o#0000000004 extra, target',
    ])
  })

  test('name what the target has behind the end of a stream that nobody handed over', async () => {
    const pair = await pairOf()
    await append(pair.target, ana, 5, bodyAfter('something else', 'stray'))
    await append(pair.target, ana, 6, bodyAfter(await bodyOf(pair.source, ana, 4), 'behind a gap'))
    expect(told(await verify(pair, QUICKLY))).toEqual([
      `events ${ana}#0000000005 extra, target`,
      `events ${ana}#0000000006 extra, target`,
    ])
  })

  test('leave it to a person when what is too much follows the source’s last record', async () => {
    const pair = await pairOf()
    await erase(pair.source, 'acme', 'events', `${ana}#0000000004`)
    expect(told(await verify(pair, QUICKLY))).toEqual([`events ${ana}#0000000004 extra, unknown`])
  })

  test('leave it to a person when two commands wrote the same last version', async () => {
    const pair = await pairOf()
    await append(
      pair.target,
      ana,
      4,
      bodyAfter(await bodyOf(pair.source, ana, 3), 'another command', [{ type: 'Other' }]),
    )
    expect(told(await verify(pair, QUICKLY))).toEqual([`events ${ana}#0000000004 different, unknown`])
  })

  test.each([
    [
      'a changed record',
      async ({ source }: Pair) => append(source, ana, 2, withWrongByte(await bodyOf(source, ana, 2), 300)),
      'different, source',
    ],
    [
      'a lost record',
      async ({ source }: Pair) => erase(source, 'acme', 'events', `${ana}#0000000002`),
      'extra, source',
    ],
  ] as const)('name the source as the broken side of %s', async (_what, breakIt, expected) => {
    const pair = await pairOf()
    await breakIt(pair)
    expect(told(await verify(pair, QUICKLY))).toEqual([`events ${ana}#0000000002 ${expected}`])
  })

  test('that are equally broken are told so', async () => {
    const pair = await pairOf()
    for (const side of [pair.source, pair.target])
      await append(side, ana, 2, withWrongByte(await bodyOf(side, ana, 2), 300))
    await erase(pair.source, 'acme', 'events', 'person/p000001#0000000001')
    await erase(pair.target, 'acme', 'events', 'person/p000001#0000000001')
    expect(told(await verify(pair, QUICKLY))).toEqual([
      `events ${ana}#0000000003 flawed, both`,
      'events person/p000001#0000000002 flawed, both',
    ])
  })

  test('that differ in more than may be named say so', async () => {
    const pair = { ...(await pairOf()), target: await inMemory('dynamodb', {}) }
    const { compared } = await verify(pair, { ...QUICKLY, atMost: 5 })
    expect(compared.map(({ differences, more }) => [differences.length, more])).toEqual([
      [5, true],
      [3, false],
      [3, false],
    ])
  })
})

describe('while people work', () => {
  test('a copy that comes a little later is no difference', async () => {
    const pair = await pairOf()
    const late = `${ana}#0000000004`
    const fields = await pair.source.get('acme', 'events', late)
    await erase(pair.target, 'acme', 'events', late)
    const target: Side = {
      ...pair.target,
      async get(tenant, collection, key) {
        const found = await pair.target.get(tenant, collection, key)
        if (key === late && !found && fields) await pair.target.add(tenant, collection, { key, fields })
        return found
      },
    }
    expect(told(await verify({ ...pair, target }, QUICKLY))).toEqual([])
  })

  test('what was appended and copied after the source’s scan is no difference', async () => {
    const pair = await pairOf()
    const body = bodyAfter(await bodyOf(pair.source, ana, 4), 'meanwhile')
    const target: Side = {
      ...pair.target,
      async *pages(tenant, collection) {
        for (const side of [pair.source, pair.target]) if (collection === 'events') await append(side, ana, 5, body)
        yield* pair.target.pages(tenant, collection)
      },
    }
    expect(told(await verify({ ...pair, target }, QUICKLY))).toEqual([])
  })

  test('a stream that was handed over goes on in the target alone', async () => {
    const pair = await pairOf()
    const seal = bodyAfter(await bodyOf(pair.source, ana, 4), 'seal', [sealed(1, 'dynamodb')])
    for (const side of [pair.source, pair.target]) await append(side, ana, 5, seal)
    await append(pair.target, ana, 6, bodyAfter(seal, 'six'))
    await append(pair.target, ana, 7, bodyAfter(await bodyOf(pair.target, ana, 6), 'seven'))
    const verdict = await verify(pair, QUICKLY)
    expect(told(verdict)).toEqual([])
    expect(verdict.compared[0]).toMatchObject({ count: 13, ahead: 2 })
  })

  test('a stream that was handed over during the scan is followed too', async () => {
    const pair = await pairOf()
    const seal = bodyAfter(await bodyOf(pair.source, ana, 4), 'seal', [sealed(1, 'dynamodb')])
    const target: Side = {
      ...pair.target,
      async *pages(tenant, collection) {
        for (const side of [pair.source, pair.target]) if (collection === 'events') await append(side, ana, 5, seal)
        if (collection === 'events') await append(pair.target, ana, 6, bodyAfter(seal, 'six'))
        yield* pair.target.pages(tenant, collection)
      },
    }
    const verdict = await verify({ ...pair, target }, QUICKLY)
    expect(told(verdict)).toEqual([])
    expect(verdict.compared[0]).toMatchObject({ count: 12, ahead: 1 })
  })

  test('a stream that came back to the source does not go on in the target', async () => {
    const pair = await pairOf()
    const seal = bodyAfter(await bodyOf(pair.source, ana, 4), 'seal', [sealed(1, 'dynamodb')])
    const back = bodyAfter(seal, 'back', [sealed(2, 'mongodb')])
    for (const side of [pair.source, pair.target]) {
      await append(side, ana, 5, seal)
      await append(side, ana, 6, back)
    }
    await append(pair.target, ana, 7, bodyAfter('an old writer', 'stray'))
    expect(told(await verify(pair, QUICKLY))).toEqual([`events ${ana}#0000000007 extra, target`])
  })

  test('what the target has written of its own must follow on itself', async () => {
    const pair = await pairOf()
    const seal = bodyAfter(await bodyOf(pair.source, ana, 4), 'seal', [sealed(1, 'dynamodb')])
    for (const side of [pair.source, pair.target]) await append(side, ana, 5, seal)
    await append(pair.target, ana, 6, bodyAfter('something else', 'six'))
    expect(told(await verify(pair, QUICKLY))).toEqual([`events ${ana}#0000000006 flawed, target`])
  })

  const MOVED = '{"epoch":1,"to":"dynamodb"}'
  test.each([
    ['newer in the source', { rev: '4', data: '{}' }, { rev: '3', data: '{}' }, ['different, target']],
    ['newer in the target that owns it', { rev: '4', data: '{}', moved: MOVED }, { rev: '6', moved: MOVED }, []],
    ['newer in a target that does not', { rev: '4', data: '{}' }, { rev: '5', data: '{}' }, ['different, unknown']],
    ['another at the same rev', { rev: '4', data: '{}' }, { rev: '4', data: '[]' }, ['different, target']],
    [
      'another at the same rev, owned by the target',
      { rev: '4', moved: MOVED },
      { rev: '4', data: '{}', moved: MOVED },
      ['different, unknown'],
    ],
    ['purged in the source alone', { rev: '4' }, { rev: '3', data: '{}' }, ['different, target']],
    ['no JSON in the source', { rev: '4', data: '{' }, { rev: '4', data: '{}' }, ['different, source']],
  ] as const)('a plain record that is %s', async (_what, mine, theirs, expected) => {
    const pair = await pairOf()
    await overwrite(pair.source, 'acme', 'records', { key: 'card#p000001', fields: mine })
    await overwrite(pair.target, 'acme', 'records', { key: 'card#p000001', fields: theirs })
    expect(told(await verify(pair, QUICKLY))).toEqual(expected.map((what) => `records card#p000001 ${what}`))
  })

  test('a registry row counts until it expires, in whichever store', async () => {
    const pair = await pairOf()
    const row = { digest: 'd', stream: 's', expires: '2026-05-04T08:00:00.000Z' }
    await overwrite(pair.source, 'acme', 'registry', { key: 'old', fields: row })
    await overwrite(pair.target, 'acme', 'registry', { key: 'older', fields: row })
    await overwrite(pair.source, 'acme', 'registry', {
      key: 'new',
      fields: { ...row, expires: '2026-05-04T08:00:00.001Z' },
    })
    expect(told(await verify(pair, QUICKLY))).toEqual(['registry new missing, target'])
  })
})
