import { ALWAYS, type Call } from './call.ts'
import type { Kind } from './fault.ts'
import type { AnyFaults, FaultsOf } from './faults-of.ts'

type Run = <T>(call: Call<T>) => Promise<T>
type Arguments = readonly unknown[]

/**
 * A port of which every call goes through `run`. The table names all methods of the port and what each of them answers, as its type
 * sees to; so they are called by name here.
 */
export const through = <Port extends object>(
  run: Run,
  name: string,
  port: Port,
  faults: FaultsOf<Port>,
  behind?: Port,
): Port => {
  const { trouble, calls } = faults as unknown as AnyFaults
  const nothing = async () => undefined

  const each = (method: string) =>
    async function* (...call: Arguments) {
      const all = iterated(method, await methodOf(port, method)(...call))
      const effect = () => all.next()
      const pull = { ...named(method), kinds: ALWAYS, effect, conflict: nothing, part: nothing, behind: effect }
      try {
        for (let next = await run(pull); !next.done; next = await run(pull)) yield next.value
      } finally {
        await all.return?.()
      }
    }

  const once = (method: string, { conflict, part, index }: AnyFaults['calls'][string]) => {
    const also: Readonly<Partial<Record<Kind, boolean>>> = {
      conflict: conflict !== undefined,
      'partial batch': part !== undefined,
      'unprocessed items': part !== undefined,
      'stale index': index === true && behind !== undefined,
    }
    const kinds = [...ALWAYS, ...KINDS_OF_SOME.filter((kind) => also[kind])]
    return (...call: Arguments) =>
      run({
        ...named(method),
        kinds,
        effect: async () => methodOf(port, method)(...call),
        conflict: async () => conflict?.(port, ...call),
        part: async (some) => part && methodOf(port, method)(...part(some, ...call)),
        behind: async () => behind && methodOf(behind, method)(...call),
      })
  }

  const named = (method: string) => ({ port: name, name: `${name}.${method}`, trouble })
  const all = Object.entries(calls).map(([method, how]) => [method, how.each ? each(method) : once(method, how)])
  return Object.fromEntries(all) as unknown as Port
}

const KINDS_OF_SOME = ['conflict', 'partial batch', 'unprocessed items', 'stale index'] as const

const methodOf = (port: object, method: string): ((...call: Arguments) => unknown) => {
  const found: unknown = Reflect.get(port, method)
  if (typeof found !== 'function') throw new TypeError(`a port without ${method}`)
  return (...call) => Reflect.apply(found, port, call) as unknown
}

const iterated = (method: string, all: unknown): AsyncIterator<unknown> => {
  if (typeof all !== 'object' || all === null || !(Symbol.asyncIterator in all))
    throw new TypeError(`${method} answers one thing, not one after another`)
  return (all as AsyncIterable<unknown>)[Symbol.asyncIterator]()
}
