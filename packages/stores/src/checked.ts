import type { OpenStore } from './store.ts'

/** Where `AWAYDAY_GRANTS` is `checked`, calls ask whether the function that runs may make them; on AWS its role says so. */
export const checkedStore = async (env: NodeJS.ProcessEnv, store: OpenStore): Promise<OpenStore> => {
  if (env['AWAYDAY_GRANTS'] !== 'checked') return store
  const { granted } = await import('./granted.ts')
  return granted(store)
}

/** The same of a service's own questions to one of its view tables. */
export const checkedViews = async <Views extends object>(
  env: NodeJS.ProcessEnv,
  table: string,
  views: Views,
): Promise<Views> => {
  if (env['AWAYDAY_GRANTS'] !== 'checked') return views
  const { grantedReads } = await import('./granted.ts')
  return grantedReads(views, table)
}
