import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'

/** Room in every store, as settings name it; all of it is removed on disposal. */
export const ground = async () => {
  await using stack = new AsyncDisposableStack()
  const mongo = stack.use(await mongoDatabase())
  const dynamo = stack.use(await dynamoTables())
  const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'awayday-million-')), (path) => rm(path, { recursive: true }))
  const moved = stack.move()
  return {
    env: {
      AWAYDAY_DATA_DIR: folder,
      AWAYDAY_MONGODB_URL: mongo.url,
      AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint,
      AWAYDAY_TABLE_PREFIX: dynamo.prefix,
    },
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}
