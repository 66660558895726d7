import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkedStore } from './checked.ts'
import type { OpenStore } from './store.ts'

const open = new Map<string, Promise<OpenStore>>()

/**
 * The storage of a service as the environment names it. One connection per process and service, shared by all functions;
 * whoever disposes it closes it for all, and the next call opens it again.
 */
export const openStore = (env: NodeJS.ProcessEnv, service: string): Promise<OpenStore> => {
  const settings = Object.entries(env).filter(([name]) => name.startsWith('AWAYDAY_'))
  const key = JSON.stringify([service, ...settings.sort()])
  const known = open.get(key)
  if (known) return known
  const opening = opened(env, service).then((store) => ({
    ...store,
    async [Symbol.asyncDispose]() {
      if (open.get(key) !== opening) return
      open.delete(key)
      await store[Symbol.asyncDispose]()
    },
  }))
  opening.catch(() => open.delete(key))
  open.set(key, opening)
  return opening
}

const opened = async (env: NodeJS.ProcessEnv, service: string): Promise<OpenStore> => {
  const store = await adaptersOf(env, service)
  return checkedStore(env, await charged(env, store))
}

/** DynamoDB reports itself what a call did cost. */
const charged = async (env: NodeJS.ProcessEnv, store: OpenStore): Promise<OpenStore> => {
  if (env['AWAYDAY_METER'] !== 'estimate' || store.name === 'dynamodb') return store
  const { estimated } = await import('./estimated.ts')
  return estimated(store)
}

/** Loads the driver of the store that is chosen, and no other. */
const adaptersOf = async (env: NodeJS.ProcessEnv, service: string): Promise<OpenStore> => {
  const name = env['AWAYDAY_STORE'] || 'sqlite'
  switch (name) {
    case 'sqlite': {
      const { openSqlite } = await import('./sqlite.ts')
      return openSqlite(fileOf(env, service))
    }
    case 'mongodb': {
      const { openMongoDb } = await import('./mongodb.ts')
      return openMongoDb(urlOf(env), service)
    }
    case 'dynamodb': {
      const { openDynamoDb } = await import('./dynamodb.ts')
      return openDynamoDb(env, service)
    }
    default:
      throw new Error(`AWAYDAY_STORE is sqlite, mongodb or dynamodb, not ${name}`)
  }
}

const urlOf = (env: NodeJS.ProcessEnv): string => {
  const url = env['AWAYDAY_MONGODB_URL']
  if (!url) throw new Error('AWAYDAY_MONGODB_URL is not set: a URL such as mongodb://127.0.0.1:27017/awayday')
  return url
}

const fileOf = (env: NodeJS.ProcessEnv, service: string): string => {
  const folder = env['AWAYDAY_DATA_DIR']
  if (!folder) throw new Error('AWAYDAY_DATA_DIR is not set: the folder of the SQLite files, or :memory:')
  if (folder === ':memory:') return folder
  mkdirSync(folder, { recursive: true })
  return join(folder, `${service}.sqlite`)
}
