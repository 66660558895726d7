import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ServiceManifest } from '@awayday/manifest'

/**
 * Removes what the product stored, and only what it knows by name: its files in the data directory, and the tables or
 * collections of the manifests. The secret stays.
 */
export const reset = async (
  services: readonly ServiceManifest[],
  dataDir: string,
  env: Readonly<Record<string, string>>,
): Promise<void> => {
  const databases = ['host', ...services.map(({ name }) => name)]
  for (const name of databases)
    for (const file of ['', '-wal', '-shm']) rmSync(join(dataDir, `${name}.sqlite${file}`), { force: true })
  rmSync(join(dataDir, 'log.jsonl'), { force: true })
  if (env['AWAYDAY_STORE'] !== 'sqlite') await dropAll(services, env)
}

const dropAll = async (services: readonly ServiceManifest[], env: Readonly<Record<string, string>>): Promise<void> => {
  const { dropTables, openStore } = await import('@awayday/stores')
  for (const service of services) {
    if (Object.keys(service.tables).length === 0) continue
    await using store = await openStore({ ...process.env, ...env }, service.name)
    if (store.name !== 'sqlite') await dropTables(store, service)
  }
}
