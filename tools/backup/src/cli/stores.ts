import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ServiceManifest } from '@awayday/manifest'
import { createTables, type OpenStores, openStore, openStores } from '@awayday/stores'
import { type Place, placeOf } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import type { Chosen } from './flags.ts'

/** A service with every store that the settings name. */
export type ServiceStores = { readonly service: ServiceManifest; readonly stores: OpenStores }

/** The settings that stores are opened by, with the store that is meant. */
export const settingsFor = (
  env: NodeJS.ProcessEnv,
  { store, dataDir }: Pick<Chosen, 'store' | 'dataDir'>,
): NodeJS.ProcessEnv => ({ ...env, AWAYDAY_STORE: store, AWAYDAY_DATA_DIR: dataDir })

/** Opens a service's stores, the first of which must be there already. */
export const openToRead = async (
  env: NodeJS.ProcessEnv,
  { store, dataDir }: Chosen,
  service: ServiceManifest,
): Promise<ServiceStores> => {
  if (store === 'sqlite' && !existsSync(join(dataDir, `${service.name}.sqlite`)))
    throw new BackupProblem(`${dataDir} holds no ${service.name}.sqlite: nothing is stored there.`)
  return { service, stores: await wellSet(openStores(settingsFor(env, { store, dataDir }), service.name)) }
}

/** Opens a service's store and makes what tables it lacks. */
export const openToFill = async (settings: NodeJS.ProcessEnv, service: ServiceManifest): Promise<Place> => {
  const store = await wellSet(openStore(settings, service.name))
  await createTables(store, service)
  return placeOf(service, store)
}

/** What is missing in the settings is said as it is opened. */
const wellSet = <Opened>(opening: Promise<Opened>): Promise<Opened> =>
  opening.catch((cause: unknown) => {
    throw cause instanceof Error ? new BackupProblem(`${cause.message}.`, { cause }) : cause
  })
