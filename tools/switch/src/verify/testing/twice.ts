import { controlTable, eventTable, recordTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import type { Side } from '../side.ts'
import { openSide } from '../sides/open-side.ts'
import type { Twice } from '../sides/side.contract.ts'

/** A store with the tables of a service, and the same storage as the verifier opens it. */
export const twice = async (
  name: Side['store'],
  env: Readonly<Record<string, string>>,
  clear: () => PromiseLike<void>,
): Promise<Twice & AsyncDisposable> => {
  await using opened = new AsyncDisposableStack()
  opened.defer(clear)
  const store = opened.use(await openStore({ ...env, AWAYDAY_STORE: name }, 'leave'))
  const tables = { events: eventTable(), control: controlTable(), records: recordTable() }
  await createTables(store, { name: 'leave', root: import.meta.url, functions: {}, tables })
  const side = opened.use(await openSide(name, env, 'leave'))
  const moved = opened.move()
  return { store, side, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
