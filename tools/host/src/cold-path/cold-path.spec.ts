import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moduleOf, type ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { afterAll, describe, expect, test, vi } from 'vitest'

// Each test is a process of its own, two drivers among them.
vi.setConfig({ testTimeout: 30_000 })

const dataDir = mkdtempSync(join(tmpdir(), 'awayday-cold-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const functions = ([directory, leave] as readonly ServiceManifest[]).flatMap((service) =>
  Object.keys(service.functions).map((fn) => [`${service.name}/${fn}`, moduleOf(service, fn).href] as const),
)

/** What a cold start touched and loaded; `events` are handed to the function, one after the other. */
const coldStart = (lambda: string, store: string, events: readonly object[] = []) => {
  const printed = execFileSync(
    process.execPath,
    ['--import', './traps.mjs', './run.mjs', lambda, ...events.map((event) => JSON.stringify(event))],
    {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        AWAYDAY_STORE: store,
        AWAYDAY_DATA_DIR: dataDir,
        AWAYDAY_MONGODB_URL: 'mongodb://127.0.0.1:1',
        AWAYDAY_DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
        AWAYDAY_SECRET: 'cold-path-cold-path-cold-path-cold',
        AWAYDAY_LOG: 'off',
        AWAYDAY_DEMO: '1',
      },
    },
  )
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as {
    readonly touched: string[]
    readonly modules: string[]
  }
}

const nobody = {
  arguments: {},
  identity: null,
  request: { headers: {} },
  info: { fieldName: 'leaveTypes', parentTypeName: 'Query' },
  version: '2.0',
  rawPath: '/',
  headers: {},
  requestContext: { http: { method: 'GET', path: '/' }, requestId: 'cold' },
}

describe.each(functions)('the cold start of %s', (_name, lambda) => {
  test('touches no fetch and no Intl, and loads no driver of a store it does not use', () => {
    const { touched, modules } = coldStart(lambda, 'sqlite', [nobody])
    expect(touched).toEqual([])
    expect(modules.filter((name) => /^(mongodb|@aws-sdk\/|graphql|undici|csv-)/.test(name))).toEqual([])
  })
})

describe.each([
  ['mongodb', 'mongodb', /^@aws-sdk\//],
  ['dynamodb', '@aws-sdk/client-dynamodb', /^mongodb$/],
] as const)('with the data on %s', (store, driver, others) => {
  test.each(functions.filter(([name]) => name.endsWith('/graphql')))(
    '%s loads that driver and no other',
    (_name, lambda) => {
      const somebody = { resolverContext: { tenant: 'demo', person: 'ana', roles: 'employee' } }
      const asked = { ...nobody, identity: somebody, info: { fieldName: 'balances', parentTypeName: 'Query' } }
      const { touched, modules } = coldStart(lambda, store, [asked])
      expect(touched).toEqual([])
      expect(modules).toContain(driver)
      expect(modules.filter((name) => others.test(name))).toEqual([])
    },
  )
})

describe('a traps file', () => {
  test('notices what it is there for', () => {
    const guilty =
      'data:text/javascript,fetch;new Intl.NumberFormat();(1000).toLocaleString();export const handler = async () => {}'
    expect(coldStart(guilty, 'sqlite').touched).toEqual(['fetch', 'Intl.NumberFormat', 'toLocaleString'])
  })
})
