import type { EventStore } from '../event-store.port.ts'
import type { Progress } from '../progress.port.ts'
import { StoreUnavailable } from '../store-unavailable.ts'
import type { ViewRows } from '../view-rows.port.ts'

/**
 * What befalls a call of a port, before its effect or after it: the process ends, the store does not answer, or the
 * process stands still while others go on.
 */
export type Fault = {
  /** Which call, counted from when the process was told to expect it. */
  readonly call: number
  readonly what: 'crash' | 'silence' | 'pause'
  readonly when: 'before the effect' | 'after the effect'
}
type Ports = { readonly events: EventStore; readonly progress: Progress; readonly rows: ViewRows }

/** Longer than another process needs for a batch on SQLite. */
const PAUSE_TURNS = 40

/** The ports as one process sees them, and what may befall it. After a crash nothing of it reaches a store. */
export const processOver = ({ events, progress, rows }: Ports) => {
  let expected: Fault | undefined
  let calls = 0
  let crashed = false

  const strike = async ({ what }: Fault): Promise<void> => {
    if (what === 'silence') throw new StoreUnavailable('silence')
    if (what === 'crash') crashed = true
    else for (let turn = 0; turn < PAUSE_TURNS; turn++) await new Promise(setImmediate)
    alive()
  }
  const alive = (): void => {
    if (crashed) throw new Error('crash')
  }
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    await new Promise(setImmediate) // others go on while a store works
    alive()
    const struck = expected?.call === calls++ ? expected : undefined
    if (struck?.when === 'before the effect') await strike(struck)
    const answer = await call()
    if (struck?.when === 'after the effect') await strike(struck)
    return answer
  }
  const eachThrough = async function* <T>(all: AsyncIterable<T>): AsyncIterable<T> {
    for await (const one of all) yield await through(async () => one)
  }

  const ports: Ports = {
    events: {
      read: (...call) => through(() => events.read(...call)),
      append: (...call) => through(() => events.append(...call)),
      heads: (...call) => eachThrough(events.heads(...call)),
    },
    progress: {
      load: (...call) => through(() => progress.load(...call)),
      save: (...call) => through(() => progress.save(...call)),
      all: (...call) => eachThrough(progress.all(...call)),
    },
    rows: {
      load: (...call) => through(() => rows.load(...call)),
      save: (...call) => through(() => rows.save(...call)),
      all: (...call) => eachThrough(rows.all(...call)),
    },
  }
  return {
    ports,
    crashed: () => crashed,
    expect(fault: Fault | undefined): void {
      expected = fault
      calls = 0
    },
  }
}

/** A store that appends, and whose answers to appends are lost as often as `times` says. */
export const losesAnswers = (store: EventStore, times = 1): EventStore => {
  let left = times
  return {
    ...store,
    async append(...call) {
      const answer = await store.append(...call)
      if (left-- > 0) throw new StoreUnavailable('the answer was lost')
      return answer
    },
  }
}

/** A store whose first `racers` appends wait for each other: all of them have read before any of them writes. */
export const barrier = (store: EventStore, racers: number): EventStore => {
  const all = Promise.withResolvers<void>()
  let arrived = 0
  return {
    ...store,
    async append(...call) {
      if (++arrived === racers) all.resolve()
      await all.promise
      return store.append(...call)
    },
  }
}
