import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Difference } from './difference.ts'
import { repair } from './repair.ts'
import type { Twice } from './sides/side.contract.ts'
import { bodyAfter, history } from './testing/company.ts'
import { erase, overwrite, withWrongByte } from './testing/damage.ts'
import { loaded } from './testing/loaded.ts'
import { twice } from './testing/twice.ts'
import { type Verdict, verify } from './verify.ts'

const SIZE = { streams: 1_000, records: 20 }
const opened = new AsyncDisposableStack()
const stores = new Map<string, Twice>()
afterAll(() => opened.disposeAsync())
beforeAll(async () => {
  const [mongo, dynamo] = [opened.use(await mongoDatabase()), opened.use(await dynamoTables())]
  const env = {
    sqlite: {
      AWAYDAY_DATA_DIR: opened.adopt(await mkdtemp(join(tmpdir(), 'awayday-verify-')), (folder) =>
        rm(folder, { recursive: true }),
      ),
    },
    mongodb: { AWAYDAY_MONGODB_URL: mongo.url },
    dynamodb: { AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint, AWAYDAY_TABLE_PREFIX: dynamo.prefix },
  }
  for (const name of ['sqlite', 'mongodb', 'dynamodb'] as const) {
    const both = opened.use(await twice(name, env[name], async () => {}))
    stores.set(name, both)
    await loaded(both.store, 'acme', SIZE)
  }
}, 300_000)

const sideOf = (name: string) => stores.get(name)?.side ?? expect.fail(`${name} is not open`)
const told = ({ compared }: Verdict) =>
  compared.flatMap(({ differences }) => differences).map(({ key, is, broken, at }) => ({ key, is, broken, at }))

describe('among 22,000 stored things', () => {
  test.each([
    ['mongodb', 'dynamodb'],
    ['dynamodb', 'sqlite'],
    ['sqlite', 'mongodb'],
  ])(
    'one wrong byte, one missing and one extra are found, named and mended: %s to %s',
    async (from, to) => {
      const pair = { source: sideOf(from), target: sideOf(to), tenant: 'acme' }
      const before = await verify(pair, { again: 0 })
      expect(told(before)).toEqual([])

      const [wrong, missing, extra] = [
        'person/p000317#0000000007',
        'person/p000555#0000000020',
        'person/p000901#0000000021',
      ]
      const right = [...history('acme', 'person/p000317', 7)].at(-1)?.fields['body'] ?? ''
      await overwrite(pair.target, 'acme', 'events', { key: wrong, fields: { body: withWrongByte(right, 340) } })
      await erase(pair.target, 'acme', 'events', missing)
      await overwrite(pair.target, 'acme', 'events', { key: extra, fields: { body: bodyAfter('another', 'stray') } })

      const found = await verify(pair, { again: 1, pauseMs: 10 })
      expect(told(found)).toEqual([
        { key: wrong, is: 'different', broken: 'target', at: 340 },
        { key: missing, is: 'missing', broken: 'target', at: undefined },
        { key: extra, is: 'extra', broken: 'target', at: undefined },
      ])
      const differences: readonly Difference[] = found.compared.flatMap((each) => each.differences)
      const repaired = await repair(pair, differences)
      expect(repaired.map(({ done }) => done)).toEqual(['replaced', 'added', 'removed'])
      expect(await verify(pair, { again: 0 })).toEqual(before)
      expect(before.compared.map(({ digests }) => digests.target)).toEqual(
        before.compared.map(({ digests }) => digests.source),
      )
    },
    300_000,
  )
})
