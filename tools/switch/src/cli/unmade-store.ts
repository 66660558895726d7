import { headAt, type StoreName } from '@awayday/event-sourcing'
import { ok } from '@awayday/kernel'
import type { MovingStore } from '../stages/world.ts'

/** A store that has no tables yet: empty, for stages that write nothing. */
export const unmadeStore = (name: StoreName): MovingStore & AsyncDisposable => ({
  name,
  events: { read: async () => ok({ records: [], head: headAt(name) }), append: unmade, heads: nothing },
  progress: { load: async (stream) => ({ stream, rev: 0, done: {} }), save: unmade, all: nothing },
  tenants: { settle: unmade, route: async () => undefined, reroute: unmade, all: nothing },
  records: { load: async () => undefined, save: unmade, copy: unmade, list: nothing },
  items: {
    tenants: nothing,
    pages: nothing,
    get: async () => [],
    load: unmade,
    copy: unmade,
    replace: unmade,
    remove: unmade,
  },
  side: {
    store: name,
    tenants: async () => [],
    pages: nothing,
    get: async () => undefined,
    add: unmade,
    replace: unmade,
    remove: unmade,
  },
  createTables: unmade,
  [Symbol.asyncDispose]: async () => {},
})

async function* nothing(): AsyncIterable<never> {}

const unmade = async (): Promise<never> => {
  throw new Error('a stage that writes nothing wrote into a store without tables')
}
