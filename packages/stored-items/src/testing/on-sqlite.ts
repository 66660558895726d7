import { controlTable, eventTable, recordTable, viewTable } from '@awayday/manifest'
import { createTables } from '@awayday/stores'
import { openSqlite } from '@awayday/stores/sqlite'
import type { StoreWithItems } from '../stored-items.contract.ts'
import { storedItemsOf } from '../stored-items-of.ts'

/** A service's tables, one of each kind. */
export const manifest = {
  name: 'leave',
  root: import.meta.url,
  functions: {},
  tables: { events: eventTable(), control: controlTable(), records: recordTable(), views: viewTable() },
}

/** A store in memory of its own. */
export const onSqlite = async (): Promise<StoreWithItems & AsyncDisposable> => {
  const store = openSqlite(':memory:')
  await createTables(store, manifest)
  return { store, items: await storedItemsOf(store), [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}
