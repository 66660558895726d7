import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import type { StoreName } from '@awayday/event-sourcing'

/** Where a drill takes place: three stores with nothing in them, and a folder. All of it is gone afterwards. */
export type Ground = AsyncDisposable & {
  readonly dataDir: string
  readonly secret: string
  /** Settings of all three stores, `home` first. */
  readonly env: (home: StoreName) => Readonly<Record<string, string>>
}

const STORES: readonly StoreName[] = ['mongodb', 'dynamodb', 'sqlite']

export const openGround = async (secret = randomBytes(32).toString('base64url')): Promise<Ground> => {
  await using opened = new AsyncDisposableStack()
  const mongo = opened.use(await mongoDatabase())
  const dynamo = opened.use(await dynamoTables())
  const dataDir = opened.adopt(await mkdtemp(join(tmpdir(), 'awayday-drill-')), (folder) =>
    rm(folder, { recursive: true }),
  )
  const open = opened.move()
  return {
    dataDir,
    secret,
    env: (home) => ({
      AWAYDAY_STORE: home,
      AWAYDAY_OTHER_STORES: STORES.filter((name) => name !== home).join(','),
      AWAYDAY_DATA_DIR: dataDir,
      AWAYDAY_MONGODB_URL: mongo.url,
      AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint,
      AWAYDAY_TABLE_PREFIX: dynamo.prefix,
      AWAYDAY_SECRET: secret,
      AWAYDAY_BUS: 'local',
    }),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
