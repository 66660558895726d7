import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@awayday/clock'
import { isStoreUnavailable, type StoreName } from '@awayday/event-sourcing'
import type { ServiceManifest } from '@awayday/manifest'
import { storedItemsOf } from '@awayday/stored-items'
import { createTables, type OpenStore, openStore } from '@awayday/stores'
import { SwitchProblem } from '../problem.ts'
import { withoutLedger } from '../stages/shadow-ledger.ts'
import type { MovingStore, World } from '../stages/world.ts'
import { openSide } from '../verify/sides/open-side.ts'
import type { Flags, Stage } from './flags.ts'
import { unmadeStore } from './unmade-store.ts'

type Opened = MovingStore & AsyncDisposable

/** A service's two stores, opened by the product's own settings. */
export const openWorld = async (
  env: NodeJS.ProcessEnv,
  { from, to, dataDir, folder, stage }: Flags,
  service: ServiceManifest,
  { tell, stop }: Pick<World, 'tell' | 'stop'>,
): Promise<World & AsyncDisposable> => {
  await using opened = new AsyncDisposableStack()
  const settings = { ...env, AWAYDAY_DATA_DIR: dataDir }
  if (from === 'sqlite' && !existsSync(fileOf(dataDir, service)))
    throw new SwitchProblem(`${dataDir} holds no ${service.name}.sqlite: nothing is stored there.`)
  const source = opened.use(await openMoving(settings, from, service))
  const target = WRITES_NOTHING.includes(stage)
    ? await whatIsThere(settings, to, dataDir, service)
    : await openMoving(settings, to, service, true)
  opened.use(target)
  const all = opened.move()
  return {
    service,
    from: source,
    to: target,
    clock: systemClock,
    nowMs: () => performance.now(),
    pause: async (ms) => {
      await sleep(ms, undefined, { signal: stop }).catch(() => {}) // whoever waits looks at `stop`
    },
    tell,
    stop,
    folder,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

/** These stages leave a target without tables as it is. */
const WRITES_NOTHING: readonly Stage[] = ['plan', 'status', 'run']

const openMoving = async (
  settings: NodeJS.ProcessEnv,
  name: StoreName,
  service: ServiceManifest,
  makes = false,
): Promise<Opened> => {
  await using opened = new AsyncDisposableStack()
  const store = opened.use(await openStore({ ...settings, AWAYDAY_STORE: name }, service.name))
  if (makes) await createTables(store, service)
  const side = opened.use(await openSide(name, settings, service.name))
  const items = withoutLedger(await storedItemsOf(store))
  const all = opened.move()
  return {
    ...portsOf(store),
    name,
    items,
    side: withoutLedger(side),
    createTables: () => createTables(store, service),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

const portsOf = ({ events, progress, tenants, records }: OpenStore) => ({ events, progress, tenants, records })

/** The target as it is: with nothing in it, where it has no tables yet. */
const whatIsThere = async (
  settings: NodeJS.ProcessEnv,
  name: StoreName,
  dataDir: string,
  service: ServiceManifest,
): Promise<Opened> => {
  if (name === 'sqlite' && !existsSync(fileOf(dataDir, service))) return unmadeStore(name)
  const store = await openMoving(settings, name, service)
  try {
    for await (const _ of store.tenants.all()) break
    return store
  } catch (trouble) {
    await store[Symbol.asyncDispose]()
    if (isMissingTable(trouble)) return unmadeStore(name)
    throw trouble
  }
}

const isMissingTable = (trouble: unknown): boolean =>
  isStoreUnavailable(trouble) && trouble instanceof Error && `${trouble.cause}`.includes('ResourceNotFoundException')

const fileOf = (dataDir: string, { name }: ServiceManifest): string => join(dataDir, `${name}.sqlite`)
