import type { DatabaseSync } from 'node:sqlite'
import { isUnavailable } from '@awayday/event-sourcing'
import { eachFault, leavingOut, type Process, rewinding, type Trial, type Tried } from '@awayday/faults'
import { addMs, type Instant, type TenantId } from '@awayday/kernel'
import type { OpenStore } from '../store.ts'
import { kept } from './kept.ts'

/** A service on a SQLite of its own, with a company in it. */
export type Ground<World> = {
  readonly store: OpenStore & { readonly name: 'sqlite' }
  /** The local bus's own database. */
  readonly bus: DatabaseSync
  readonly clock: { now(): Instant; set(at: string): void }
  readonly tenant: TenantId
  /** The world as a process sees it; without one, as it is. */
  readonly world: (process?: Process) => World
  /** What a schedule does. */
  readonly sweep: (world: World) => Promise<void>
  /** The names of all that follow the streams. */
  readonly consumers: readonly string[]
}

/** Something that is done in a service. */
export type UseCase<World> = {
  /** The same words in every try, as of one key. */
  readonly run: (world: World) => Promise<unknown>
  /** A schedule does it again. */
  readonly again?: true
  readonly never?: NonNullable<Trial<unknown>['never']>
  /** What answers and stores have in common although a try leaves something of its own behind. */
  readonly alike?: (told: unknown) => unknown
}

/** So long after, whatever is due is due, however often it was tried. */
const LATER_MS = 2 * 3_600_000
/** By then there is nothing left to do. */
const SWEEPS = 3

/** Tries a use case with each fault at each call of a port, from where the ground is now. */
export const triedWithFaults = <World>(
  ground: Ground<World>,
  { run, again, never, alike }: UseCase<World>,
): Promise<Tried<unknown>> => {
  const { store, bus, clock, tenant, world, sweep, consumers } = ground
  const [start, rewindStore, rewindBus] = [clock.now(), rewinding(store.db), rewinding(bus)]
  return eachFault({
    rewind: async () => {
      rewindStore()
      rewindBus()
      clock.set(start)
    },
    run: (process) => run(world(process)),
    settled: async () => {
      if (again) await run(world())
      for (let sweeps = 1; ; sweeps++) {
        clock.set(addMs(clock.now(), LATER_MS))
        await sweep(world())
        try {
          return { ...(await kept(store, tenant, consumers)), published: publishedOn(bus) }
        } catch (undone) {
          if (sweeps === SWEEPS) throw undone
        }
      }
    },
    isTrouble: isUnavailable,
    ...(never && { never }),
    alike: (told, kind) => {
      const common = kind === 'conflict' ? wherever(told) : leavingOut(told, BY_TRY)
      return alike ? alike(common) : common
    },
  })
}

const BY_TRY = ['replayed']

/** When somebody else's record lies before, versions differ, and the ids of events, which name them. */
const wherever = (told: unknown): unknown =>
  JSON.parse(JSON.stringify(leavingOut(told, [...BY_TRY, 'version'])).replaceAll(/@\d+/g, '@'))

/** What was told to others, each once however often it was told. */
const publishedOn = (bus: DatabaseSync): unknown => {
  const told = bus.prepare('SELECT body FROM event ORDER BY position').all()
  const details = told.map(({ body }) => JSON.parse(String(body)) as { readonly detail: { readonly id: string } })
  return Object.fromEntries(details.map(({ detail }) => [detail.id, detail]).sort())
}
