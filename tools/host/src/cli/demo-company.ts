import { existsSync } from 'node:fs'
import { openLocalBus } from '@awayday/bus/local'
import type { LocalDate } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { openStore } from '@awayday/stores'
import type { Host } from '../start-host.ts'
import { settings } from '../state/settings.ts'

/** What `demo/seed.ts` exports. Seeding again changes nothing: a start that was cut short is made good by the next. */
export type Demo = {
  readonly seedDemo: (host: Host, at: { readonly today: LocalDate }) => Promise<void>
  /** Who to sign in as, for the table that `pnpm start` prints. */
  readonly demoPeople: readonly { readonly name: string; readonly role: string }[]
}

const SEED = new URL('../demo/seed.ts', import.meta.url)

export const demoCompany = async (): Promise<Demo | undefined> =>
  existsSync(SEED) ? ((await import(SEED.href)) as Demo) : undefined

/** Seeds a store once; `onStart` is told before, as it takes a moment. */
export const seedOnce = async (
  demo: Demo,
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
    await demo.seedDemo(host, { today: host.clock.now().slice(0, 10) as LocalDate })
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
