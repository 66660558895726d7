import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** Opens a store in a process of its own, and tells which drivers were loaded and which slow globals were touched. */
const program = `
  import { registerHooks } from 'node:module'
  const seen = new Set()
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      const driver = /node_modules[/](mongodb|@aws-sdk[/]client-[a-z-]+)[/]/.exec(found.url)
      if (driver) seen.add(driver[1])
      return found
    },
  })
  for (const name of ['fetch', 'Request', 'Response', 'Headers'])
    Object.defineProperty(globalThis, name, { configurable: true, get: () => void seen.add(name) })
  const { openStore } = await import('@awayday/stores')
  const store = await openStore(process.env, 'leave')
  await store[Symbol.asyncDispose]()
  console.log(JSON.stringify([...seen].sort()))
`

const loaded = async (env: Readonly<Record<string, string>>): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    env: { ...env, AWS_REGION: 'local' },
  })
  return JSON.parse(stdout)
}

test.each([
  ['sqlite', { AWAYDAY_DATA_DIR: ':memory:' }, []],
  ['sqlite, estimated', { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_METER: 'estimate' }, []],
  ['mongodb', { AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: 'mongodb://127.0.0.1:1' }, ['mongodb']],
  [
    'dynamodb',
    { AWAYDAY_STORE: 'dynamodb', AWAYDAY_DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' },
    ['@aws-sdk/client-dynamodb'],
  ],
])(
  'a store on %s loads its own driver alone',
  async (_name, env, expected) => {
    expect(await loaded(env)).toEqual(expected)
  },
  30_000,
) // a process each
