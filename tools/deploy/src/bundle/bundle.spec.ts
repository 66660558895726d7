import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreName } from '@awayday/event-sourcing'
import { moduleOf } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Bundle, bundle } from './bundle.ts'
import { madeOf } from './made-of.ts'

// Each test makes a bundle or two, and starts a process.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'awayday-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

const authorize = moduleOf(directory, 'authorize')
const partsOf = async (...bundled: Parameters<typeof bundle>) => madeOf(await bundle(...bundled)).map(({ of }) => of)

/** Loads the bundle as Lambda does, in a process of its own; what it logs, and what its handler says to the event. */
const saidBy = ({ files }: Bundle, store: string, event: unknown): string => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const call = `import(${JSON.stringify(join(folder, 'index.mjs'))})
    .then(({ handler }) => handler(${JSON.stringify(event)}, { awsRequestId: 'one', functionName: 'f' }))
    .then((value) => JSON.stringify(value), (trouble) => String(trouble.cause ?? trouble)).then(console.log).then(() => process.exit())`
  const env = {
    PATH: process.env['PATH'],
    AWAYDAY_STORE: store,
    AWAYDAY_DATA_DIR: ':memory:',
    AWAYDAY_SECRET: 'a secret for functions that were bundled',
  }
  return execFileSync(process.execPath, ['-e', call], { encoding: 'utf8', env }).trim()
}

describe('a bundle', () => {
  test('of the same source has the same bytes', async () => {
    const [one, other] = [await bundle(authorize, ['dynamodb']), await bundle(authorize, ['dynamodb'])]
    expect(one.files).toEqual(other.files)
  })

  test('holds the driver of its store, or of both during a move, and no other', async () => {
    const dynamodb = await partsOf(authorize, ['dynamodb'])
    expect(dynamodb).toContain('@aws-sdk/client-dynamodb')
    expect(dynamodb).not.toContain('mongodb')
    const sqlite = await partsOf(authorize, ['sqlite'])
    expect(sqlite).not.toContain('@aws-sdk/client-dynamodb')
    expect(await partsOf(authorize, ['mongodb', 'dynamodb'])).toEqual(
      expect.arrayContaining(['mongodb', '@aws-sdk/client-dynamodb']),
    )
  })

  test('loads its store as it starts, and chooses between two when it runs', async () => {
    const startOf = async (stores: readonly StoreName[]) => {
      const { outputs } = (await bundle(authorize, stores)).madeOf
      return Object.values(outputs).find(({ entryPoint }) => entryPoint?.endsWith('/authorize/lambda.ts'))?.inputs ?? {}
    }
    expect(Object.keys(await startOf(['dynamodb']))).toContain('packages/stores/src/dynamodb.ts')
    expect(Object.keys(await startOf(['sqlite']))).toContain('packages/stores/src/sqlite.ts')
    expect(Object.keys(await startOf(['mongodb', 'dynamodb']))).not.toContain('packages/stores/src/dynamodb.ts')
  })

  test('holds nothing that nobody asks for: no estimates of what is told, no browsers', async () => {
    expect(await partsOf(authorize, ['dynamodb'])).not.toContain('bowser')
    const inputs = async (store: StoreName) =>
      Object.values((await bundle(authorize, [store])).madeOf.outputs).flatMap((output) => Object.keys(output.inputs))
    expect(await inputs('sqlite')).toContain('packages/stores/src/estimated.ts')
    expect(await inputs('dynamodb')).not.toContain('packages/stores/src/estimated.ts')
  })

  test('loads at its start what it needs then, and keeps the rest apart', async () => {
    const { files } = await bundle(moduleOf(leave, 'api'), ['dynamodb'])
    const atStart = files['index.mjs']?.length ?? 0
    const all = Object.values(files).reduce((sum, { length }) => sum + length, 0)
    expect(atStart).toBeGreaterThan(0)
    expect(atStart).toBeLessThan(all / 3)
  })

  test('answers like its source', async () => {
    const bundled = await bundle(moduleOf(leave, 'graphql'), ['sqlite'])
    const event = {
      arguments: {},
      identity: null,
      request: { headers: {} },
      info: { fieldName: 'leaveTypes', parentTypeName: 'Query' },
    }
    expect(saidBy(bundled, 'sqlite', event)).toContain('Sign in first')
  })

  test('that is to use another store than it was built for logs which one was left out', async () => {
    const bundled = await bundle(moduleOf(leave, 'purge-notes'), ['dynamodb'])
    expect(saidBy(bundled, 'sqlite', {})).toMatch(/"name":"StoreLeftOut","at":\["at [^"]*sqlite-/)
  })
})
