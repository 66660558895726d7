import { openLocalBus } from '@awayday/bus/local'
import type { LocalDate } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { openStore } from '@awayday/stores'
import type { Host } from '../start-host.ts'
import { settings } from '../state/settings.ts'

/** Loaded only where there is something to seed or to print. */
export const demoCompany = () => import('../demo/seed.ts')

/**
 * Seeds a store once; `onStart` is told before, as it takes a moment. Seeding again changes nothing, so a start that was cut
 * short is made good by the next.
 */
export const seedOnce = async (
  host: Host,
  services: readonly ServiceManifest[],
  { dataDir, store }: { readonly dataDir: string; readonly store: string },
  onStart: () => void,
): Promise<void> => {
  const remembered = settings(openLocalBus(dataDir).db)
  if (remembered.get(`seeded_${store}`)) return
  onStart()
  {
    using _ = await unsynced(services, dataDir)
    const { seedDemo } = await demoCompany()
    await seedDemo(host, { today: host.clock.now().slice(0, 10) as LocalDate })
  }
  remembered.set(`seeded_${store}`, host.clock.now())
}

/**
 * Thousands of appends, each waiting for the disk, take half a minute on some machines. What is seeded can be seeded again,
 * so SQLite writes without waiting until all is there; then everything is synced, before it is noted as seeded.
 */
const unsynced = async (services: readonly ServiceManifest[], dataDir: string): Promise<Disposable> => {
  const storing = services.filter(({ tables }) => Object.keys(tables).length > 0)
  const stores = await Promise.all(storing.map(({ name }) => openStore(process.env, name)))
  const databases = [
    openLocalBus(dataDir).db,
    ...stores.flatMap((store) => (store.name === 'sqlite' ? [store.db] : [])),
  ]
  const all = (pragmas: string): void => {
    for (const db of databases) if (db.isOpen) db.exec(pragmas)
  }
  all('PRAGMA synchronous = NORMAL')
  return { [Symbol.dispose]: () => all('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(FULL)') }
}
