import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'
import type { Plugin } from 'esbuild'

/**
 * Leaves out what is loaded on demand for other stores: a dynamic import below a folder, or of a file, with a store's name; and of
 * estimates, where there are none. Whoever asks for it all the same is told which bundle this is.
 */
export const onlyStores = (stores: readonly StoreName[]): Plugin => ({
  name: 'only-stores',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: ON_DEMAND }, ({ path, kind }) => {
      const name = isEstimate(path) ? 'estimate' : OF_A_STORE.exec(path)?.[1]
      const isNeeded = isEstimate(path) ? !tellsUnits(stores) : stores.some((store) => store === name)
      return kind !== 'dynamic-import' || isNeeded ? undefined : { path: name ?? '', namespace: LEFT_OUT }
    })
    onLoad({ filter: /^/, namespace: LEFT_OUT }, ({ path: name }) => {
      const message = `this was built for ${stores.join(' and ')}, without ${name}: build it with that store`
      // Logs tell no message, but the name and the place.
      return { contents: `throw Object.assign(new Error(${JSON.stringify(message)}), { name: 'StoreLeftOut' })` }
    })
  },
})

const OF_A_STORE = new RegExp(`/(${STORE_NAMES.join('|')})(?:/|\\.ts$)`)
const isEstimate = (path: string): boolean => /\/estimated[\w-]*\.ts$/.test(path)
const ON_DEMAND = /\.ts$|^@awayday\//
/** DynamoDB tells what a call did cost; of other stores it is estimated. */
const tellsUnits = (stores: readonly StoreName[]): boolean => stores.every((store) => store === 'dynamodb')
const LEFT_OUT = 'left-out'
