import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'
import type { Plugin } from 'esbuild'

/**
 * Leaves out what is loaded on demand for other stores: a dynamic import below a folder, or of a file, with a store's name; and estimates,
 * where there are none. Whoever asks for it all the same is told which bundle this is.
 */
export const onlyStores = (stores: readonly StoreName[]): Plugin => ({
  name: 'only-stores',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`${OF_A_STORE.source}|${ESTIMATE.source}`) }, ({ path, kind }) => {
      const name = kind === 'dynamic-import' ? notFor(stores, path) : undefined
      return name === undefined ? undefined : { path: name, namespace: LEFT_OUT }
    })
    onLoad({ filter: /^/, namespace: LEFT_OUT }, ({ path: name }) => {
      const message = `this was built for ${stores.join(' and ')}, and not for ${name}: build it for that as well`
      // Logs tell no message, but the name and the place.
      return { contents: `throw Object.assign(new Error(${JSON.stringify(message)}), { name: 'StoreLeftOut' })` }
    })
  },
})

const LEFT_OUT = 'left-out'
const OF_A_STORE = new RegExp(`/(${STORE_NAMES.join('|')})(?:/|\\.ts$)`)
const ESTIMATE = /\/estimated[\w-]*\.ts$/

/** What a path is for that these stores have no use for. DynamoDB tells what a call did cost; of other stores it is estimated. */
const notFor = (stores: readonly StoreName[], path: string): string | undefined => {
  if (ESTIMATE.test(path)) return stores.every((store) => store === 'dynamodb') ? 'estimates' : undefined
  const of = OF_A_STORE.exec(path)?.[1]
  return stores.some((store) => store === of) ? undefined : of
}
