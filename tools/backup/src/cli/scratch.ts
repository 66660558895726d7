import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@awayday/clock'
import { unreachable } from '@awayday/kernel'
import { dropTables } from '@awayday/stores'
import type { Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import type { Chosen } from './flags.ts'
import { settingsFor } from './stores.ts'

/** Settings of an empty store that nobody else knows, and how to remove it with all that was put there. */
export type Scratch = { readonly settings: NodeJS.ProcessEnv; remove(places: readonly Place[]): Promise<void> }

export const scratchStore = async (
  env: NodeJS.ProcessEnv,
  { store, dataDir }: Pick<Chosen, 'store' | 'dataDir'>,
  clock: Clock,
): Promise<Scratch> => {
  const name = `awayday-drill-${clock.now().replaceAll(/\D/g, '')}-${process.pid}`
  switch (store) {
    case 'sqlite': {
      const folder = await mkdtemp(join(tmpdir(), name))
      return {
        settings: settingsFor(env, { store, dataDir: folder }),
        remove: () => rm(folder, { recursive: true }),
      }
    }
    case 'mongodb': {
      const url = inDatabase(env['AWAYDAY_MONGODB_URL'] ?? '', name)
      return {
        settings: { ...settingsFor(env, { store, dataDir }), AWAYDAY_MONGODB_URL: url },
        remove: dropped,
      }
    }
    case 'dynamodb':
      return {
        settings: { ...settingsFor(env, { store, dataDir }), AWAYDAY_TABLE_PREFIX: name },
        remove: dropped,
      }
    default:
      return unreachable(store)
  }
}

const dropped: Scratch['remove'] = async (places) => {
  for (const { service, store } of places) {
    if (store.name !== 'sqlite') await dropTables(store, service)
    if (store.name === 'mongodb') await store.db.dropDatabase() // not every server forgets one with its last collection
  }
}

/** The same server, another database. */
const inDatabase = (url: string, name: string): string => {
  const [, server, options = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(url) ?? []
  if (!server)
    throw new BackupProblem('AWAYDAY_MONGODB_URL is not set: a URL such as mongodb://127.0.0.1:27017/awayday')
  return `${server}/${name}${options}`
}
