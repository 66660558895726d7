import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreName } from '@awayday/event-sourcing'
import type { ServiceManifest } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import { type Place, placeOf } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import { storeOf } from './flags.ts'

/** The settings that `openStore` reads, with the store that is meant. */
export type Settings = NodeJS.ProcessEnv

export const settingsFor = (env: NodeJS.ProcessEnv, store: StoreName, dataDir: string): Settings => ({
  ...env,
  AWAYDAY_STORE: store,
  AWAYDAY_DATA_DIR: dataDir,
})

/** Stores that are there, to be read: a new company's, and those that companies move from or to. */
export const namedStores = (env: NodeJS.ProcessEnv, store: StoreName): readonly StoreName[] => {
  const others = (env['AWAYDAY_OTHER_STORES'] ?? '').split(',').map((name) => name.trim())
  return [...new Set([store, ...others.filter((name) => name).map((name) => storeOf('AWAYDAY_OTHER_STORES', name))])]
}

/** Opens a service's store that must be there already. */
export const openToRead = async (settings: Settings, service: ServiceManifest): Promise<Place> => {
  const dataDir = settings['AWAYDAY_DATA_DIR'] ?? ''
  if (settings['AWAYDAY_STORE'] === 'sqlite' && !existsSync(join(dataDir, `${service.name}.sqlite`)))
    throw new BackupProblem(`${dataDir} holds no ${service.name}.sqlite: nothing is stored there.`)
  return placeOf(service, await opened(settings, service))
}

/** Opens a service's store and makes what tables it lacks. */
export const openToFill = async (settings: Settings, service: ServiceManifest): Promise<Place> => {
  const store = await opened(settings, service)
  await createTables(store, service)
  return placeOf(service, store)
}

/** What is missing in the settings is said by `openStore`. */
const opened = async (settings: Settings, { name }: ServiceManifest) => {
  try {
    return await openStore(settings, name)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new BackupProblem(`${cause.message}.`, { cause })
  }
}
