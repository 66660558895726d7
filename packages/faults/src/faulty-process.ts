import type { Call } from './call.ts'
import type { Fault, Kind } from './fault.ts'
import type { FaultsOf } from './faults-of.ts'
import { through } from './through.ts'

/** A call that was made, and what could have befallen it. */
export type Made = { readonly name: string; readonly kinds: readonly Kind[] }

export type Process = {
  /** The port as this process sees it. `behind`: the same port over an index that may be behind. */
  through<Port extends object>(name: string, port: Port, faults: FaultsOf<Port>, behind?: Port): Port
  /** What shall befall it from now on; undefined: nothing more. Counting starts anew. */
  expect(fault: Fault | undefined): void
  /** The calls made since then. */
  made(): readonly Made[]
  /** How often it has struck since then. */
  struck(): number
  /** After a crash nothing of this process reaches a store. */
  crashed(): boolean
  /** Resolves when no call is on its way: whoever was told of trouble may have left others behind. */
  idle(): Promise<void>
}

/** Calls in a row that a throttled port turns away: more than a consumer tries. */
const THROTTLES = 4
/** Longer than another process needs for a batch on SQLite. */
const PAUSE_TURNS = 40

/** Ports as one process sees them, and what may befall its calls: before their effect, and between effect and answer. */
export const faultyProcess = (): Process => {
  let expected: Fault | undefined
  let made: Made[] = []
  let [counted, hits] = [0, 0]
  let throttled = { port: '', left: 0 }
  let crashed = false
  let underWay = 0

  const alive = (): void => {
    if (crashed) throw new Error('crash')
  }
  const crash = (): never => {
    crashed = true
    throw new Error('crash')
  }
  const standStill = async (): Promise<void> => {
    if (expected?.meanwhile) await expected.meanwhile()
    else for (let turn = 0; turn < PAUSE_TURNS; turn++) await new Promise(setImmediate)
    alive()
  }
  const befalling = (call: Call<unknown>): Kind | undefined => {
    made.push({ name: call.name, kinds: call.kinds })
    if (expected?.of !== undefined && expected.of !== call.name) return undefined
    if (expected?.call !== counted++) return undefined
    if (!call.kinds.includes(expected.kind)) throw new TypeError(`${expected.kind} cannot befall ${call.name}`)
    hits += 1
    return expected.kind
  }

  const run = async <T>(call: Call<T>): Promise<T> => {
    underWay += 1
    try {
      return await one(call)
    } finally {
      underWay -= 1
    }
  }

  const one = async <T>(call: Call<T>): Promise<T> => {
    await new Promise(setImmediate) // others go on while a store works
    alive()
    const kind = befalling(call)
    if (!kind && throttled.left > 0 && throttled.port === call.port) {
      throttled = { ...throttled, left: throttled.left - 1 }
      throw call.trouble('throttled')
    }
    const answer = await struck(call, kind)
    alive()
    return answer
  }

  const struck = async <T>(call: Call<T>, kind: Kind | undefined): Promise<T> => {
    switch (kind) {
      case undefined:
        return call.effect()
      case 'request lost':
        throw call.trouble(kind)
      case 'throttled':
        throttled = { port: call.port, left: THROTTLES - 1 }
        throw call.trouble(kind)
      case 'answer lost':
        await call.effect()
        throw call.trouble(kind)
      case 'conflict':
        await call.conflict()
        return call.effect()
      case 'partial batch':
        await call.part((all) => all.slice(0, Math.ceil(all.length / 2)))
        throw call.trouble(kind)
      case 'unprocessed items':
        await call.part((all) => all.filter((_, n) => n % 2 === 1))
        throw call.trouble(kind)
      case 'stale index':
        return call.behind()
      case 'crash before':
        return crash()
      case 'crash after':
        await call.effect()
        return crash()
      case 'pause before':
        await standStill()
        return call.effect()
      case 'pause after': {
        const answer = await call.effect()
        await standStill()
        return answer
      }
      default:
        return kind satisfies never
    }
  }

  return {
    through: (name, port, faults, behind) => through(run, name, port, faults, behind),
    expect(fault) {
      expected = fault
      made = []
      ;[counted, hits] = [0, 0]
      throttled = { port: '', left: 0 }
    },
    made: () => made,
    struck: () => hits,
    crashed: () => crashed,
    async idle() {
      do await new Promise(setImmediate)
      while (underWay > 0)
    },
  }
}
