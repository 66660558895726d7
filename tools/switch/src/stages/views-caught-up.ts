import type { StreamId, StreamName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { PAUSE_MS } from './waits.ts'
import { type MovingStore, other, type World } from './world.ts'

type Asked = {
  readonly store: MovingStore
  readonly tenant: TenantId
  /** Undefined: every one that ran in both stores, so none that the product no longer has. */
  readonly consumer?: string
}
type Ends = ReadonlyMap<StreamName, number>

/**
 * Waits until consumers of the running product have done, in a store, all that a tenant's streams held when this was called:
 * `project`, before its views are read; `carry`, before both are compared; all of them, before the store is left. `ends`: the store that says where streams end.
 */
export const caughtUpIn = async (
  world: World,
  stage: string,
  asked: Asked,
  ends: MovingStore = asked.store,
): Promise<void> => {
  const { tell, pause, stop, service } = world
  const { store, tenant, consumer } = asked
  const versions = await endsIn(ends, tenant)
  const who = consumer ? `"${consumer}"` : 'what follows streams'
  const waiting = `${who} of the running product to do ${store.name}`
  for (;;) {
    const behind = await behindIn(world, asked, versions)
    if (behind.streams === 0) return
    tell({ stage, service: service.name, tenant, waiting, ...behind })
    await pause(PAUSE_MS)
    stop.throwIfAborted()
  }
}

const endsIn = async (store: MovingStore, tenant: TenantId): Promise<Ends> => {
  const ends = new Map<StreamName, number>()
  for await (const { stream, head } of store.events.heads(tenant)) ends.set(stream.name, head.version)
  return ends
}

const behindIn = async (
  world: World,
  { store, tenant, consumer }: Asked,
  ends: Ends,
): Promise<{ readonly streams: number; readonly records: number; readonly example?: string }> => {
  const done = new Map<StreamName, Readonly<Record<string, number>>>()
  const parked = new Map<StreamName, readonly string[]>()
  const ran = new Set<string>()
  for await (const progress of store.progress.all(tenant)) {
    done.set(progress.stream.name, progress.done)
    parked.set(progress.stream.name, Object.keys(progress.parked ?? {}))
    for (const name of Object.keys(progress.done)) ran.add(name)
  }
  const names = consumer ? [consumer] : await bothOf(ran, consumersIn(other(world, store.name), tenant))
  let [streams, records] = [0, 0]
  let example: string | undefined
  for (const [name, version] of ends) {
    const stopped = parked.get(name) ?? []
    for (const each of stopped) if (names.includes(each)) await isParkedThereToo(world, store, { tenant, name }, each)
    const lags = names.flatMap((each) => (stopped.includes(each) ? [] : [version - (done.get(name)?.[each] ?? 0)]))
    const lag = Math.max(0, ...lags)
    if (lag === 0) continue
    streams++
    records += lag
    example ??= name
  }
  return { streams, records, ...(example ? { example } : {}) }
}

const bothOf = async (these: ReadonlySet<string>, those: Promise<ReadonlySet<string>>): Promise<readonly string[]> => {
  const there = await those
  return [...these].filter((name) => there.has(name))
}

const consumersIn = async ({ progress }: MovingStore, tenant: TenantId): Promise<ReadonlySet<string>> => {
  const names = new Set<string>()
  for await (const { done } of progress.all(tenant)) for (const name of Object.keys(done)) names.add(name)
  return names
}

/** A defect that stops a stream in both stores is no trouble of the move. */
const isParkedThereToo = async (
  world: World,
  store: MovingStore,
  stream: StreamId,
  consumer: string,
): Promise<void> => {
  const elsewhere = other(world, store.name)
  if ((await elsewhere.progress.load(stream)).parked?.[consumer]) return
  throw new SwitchProblem(
    `"${consumer}" is parked at ${stream.name} of ${stream.tenant} in ${store.name}, and not in ${elsewhere.name}. Look at its reason in the product's console and drive it again there, then go on.`,
  )
}
