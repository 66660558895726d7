import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Side } from '../side.ts'

/** A service's data in one store, by the settings that the service itself is given. Loads that store's driver alone. */
export const openSide = async (
  store: Side['store'],
  env: NodeJS.ProcessEnv,
  service: string,
): Promise<Side & AsyncDisposable> => {
  switch (store) {
    case 'sqlite': {
      const file = join(needed(env, 'AWAYDAY_DATA_DIR'), `${service}.sqlite`)
      if (!existsSync(file)) throw new Error(`there is no file ${file}`) // or SQLite would make an empty one
      const [{ DatabaseSync }, { sqliteSide }] = await Promise.all([import('node:sqlite'), import('./sqlite.ts')])
      const db = new DatabaseSync(file, { timeout: 10_000 })
      db.exec('PRAGMA synchronous = FULL') // what is mended stays mended
      return { ...sqliteSide(db), [Symbol.asyncDispose]: async () => db.close() }
    }
    case 'mongodb': {
      const [{ MongoClient }, { mongoSide }] = await Promise.all([import('mongodb'), import('./mongodb.ts')])
      const url = needed(env, 'AWAYDAY_MONGODB_URL')
      const client = new MongoClient(url, { appName: `awayday-verify-${service}` })
      const name = /^[^/]+\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? 'awayday' // a URL of several hosts is none to `URL`
      return { ...mongoSide(client.db(name), service), [Symbol.asyncDispose]: () => client.close() }
    }
    case 'dynamodb': {
      const [sdk, { dynamoDbSide }] = await Promise.all([import('@aws-sdk/client-dynamodb'), import('./dynamodb.ts')])
      const endpoint = env['AWAYDAY_DYNAMODB_ENDPOINT']
      const credentials = env['AWS_ACCESS_KEY_ID']
        ? {}
        : { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      const client = new sdk.DynamoDBClient({
        maxAttempts: 10, // throttled: later
        ...(endpoint ? { endpoint, region: env['AWS_REGION'] || 'local', ...credentials } : {}),
      })
      const side = dynamoDbSide(client, `${env['AWAYDAY_TABLE_PREFIX'] || 'awayday'}-${service}`)
      return { ...side, [Symbol.asyncDispose]: async () => client.destroy() }
    }
  }
}

const needed = (env: NodeJS.ProcessEnv, name: string): string => {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
