import type { EventStore } from '../event-store.port.ts'
import type { Progress } from '../progress.port.ts'
import { StoreUnavailable } from '../store-unavailable.ts'
import type { ViewRows } from '../view-rows.port.ts'

/** What befalls a call of a port: the process ends, or the store does not answer; before its effect or after it. */
export type Fault = {
  /** Which call, counted from when the process was told to expect it. */
  readonly call: number
  readonly what: 'crash' | 'silence'
  readonly when: 'before the effect' | 'after the effect'
}
type Ports = { readonly events: EventStore; readonly progress: Progress; readonly rows: ViewRows }

/** The ports as one process sees them, and what may befall it. After a crash nothing of it reaches a store. */
export const processOver = ({ events, progress, rows }: Ports) => {
  let expected: Fault | undefined
  let [calls, lag] = [0, 0]
  let crashed = false

  const strike = ({ what }: Fault): never => {
    if (what === 'silence') throw new StoreUnavailable('silence')
    crashed = true
    throw new Error('crash')
  }
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    for (let turn = 0; turn < lag; turn++) await new Promise(setImmediate)
    if (crashed) throw new Error('crash')
    const struck = expected?.call === calls++ ? expected : undefined
    if (struck?.when === 'before the effect') strike(struck)
    const answer = await call()
    if (struck) strike(struck)
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
    /** From now on every call takes so many turns, and the fault comes at its call. */
    expect(fault: Fault | undefined, turns: number): void {
      expected = fault
      calls = 0
      lag = turns
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
