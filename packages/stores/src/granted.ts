import { needs } from '@awayday/manifest/grants'
import type { OpenStore } from './store.ts'

type Right = 'reads' | 'writes'
type Async = (...args: never[]) => unknown

/** A store whose every call asks whether the function that runs may make it, by its manifest. */
export const granted = <Store extends OpenStore>(store: Store): Store => ({
  ...store,
  events: asking(store.events, 'events', { read: 'reads', heads: 'reads', append: 'writes' }),
  progress: asking(store.progress, 'control', { load: 'reads', all: 'reads', save: 'writes' }),
  registry: asking(store.registry, 'control', { note: 'writes' }),
  tenants: asking(store.tenants, 'control', { route: 'reads', all: 'reads', settle: 'writes', reroute: 'writes' }),
  records: asking(store.records, 'records', { load: 'reads', list: 'reads', save: 'writes', copy: 'writes' }),
  views: (table) => asking(store.views(table), table, { load: 'reads', all: 'reads', save: 'writes' }),
})

/** A port over a table: what each of its methods does there. */
const asking = <Port extends object>(port: Port, table: string, rights: Readonly<Record<keyof Port, Right>>): Port =>
  Object.fromEntries(
    Object.entries<Right>(rights).map(([method, right]) => [
      method,
      (...args: never[]) => {
        needs(right, table)
        return (port as Record<string, Async>)[method]?.(...args)
      },
    ]),
  ) as Port

/** A port that only reads a table. */
export const grantedReads = <Port extends object>(port: Port, table: string): Port =>
  asking(
    port,
    table,
    Object.fromEntries(Object.keys(port).map((method) => [method, 'reads'])) as Record<keyof Port, Right>,
  )
