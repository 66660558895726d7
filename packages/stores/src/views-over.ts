import { routedViews } from '@awayday/routing'
import { checkedViews } from './checked.ts'
import type { OpenStores } from './open-stores.ts'
import type { OpenStore } from './store.ts'

/** A service's own questions to one of its view tables: each company's are asked in the store that it is read from. */
export const viewsOver = async <Views extends object>(
  env: NodeJS.ProcessEnv,
  { all, routes, shadows }: OpenStores,
  table: string,
  viewsIn: (store: OpenStore) => Promise<Views>,
): Promise<Views> => {
  const each = all.map(async (store) => [store.name, await checkedViews(env, table, await viewsIn(store))] as const)
  return routedViews(new Map(await Promise.all(each)), routes, shadows)
}
