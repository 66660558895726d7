import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'

/** Somewhere new to keep one product's data: flags and environment for the start script. */
export type Home = {
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
} & AsyncDisposable

const withDataDir = async (
  store: string,
  env: Readonly<Record<string, string>>,
  server?: AsyncDisposable,
): Promise<Home> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'awayday-e2e-'))
  return {
    flags: ['--data-dir', dataDir, '--store', store],
    env,
    async [Symbol.asyncDispose]() {
      await server?.[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true })
    },
  }
}

export const sqlite = () => withDataDir('sqlite', {})

/** The functions as they are deployed, on the store they are deployed with. */
const zipsOnDynamoDb = async (): Promise<Home> => {
  const home = await dynamodb()
  const folder = await mkdtemp(join(tmpdir(), 'awayday-zips-'))
  const build = join(import.meta.dirname, '../../../deploy/src/build.ts')
  execFileSync(process.execPath, [build, '--stores', 'dynamodb', '--out', folder])
  return {
    ...home,
    flags: [...home.flags, '--zips', folder],
    async [Symbol.asyncDispose]() {
      await home[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

const dynamodb = async (): Promise<Home> => {
  const tables = await dynamoTables()
  const env = { AWAYDAY_DYNAMODB_ENDPOINT: tables.endpoint, AWAYDAY_TABLE_PREFIX: tables.prefix }
  return withDataDir('dynamodb', env, tables)
}

/** Every store the product runs on. */
export const homes: Readonly<Record<string, () => Promise<Home>>> = {
  sqlite,
  mongodb: async () => {
    const database = await mongoDatabase()
    return withDataDir('mongodb', { AWAYDAY_MONGODB_URL: database.url }, database)
  },
  dynamodb,
}

/** And what is deployed. */
export const homesAndZips = { ...homes, 'dynamodb, from zips': zipsOnDynamoDb }
