import type { TenantId } from '@awayday/kernel'
import { controlTable, eventTable, recordTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'

/** A service of the bench's own, so that its tables are. */
export const openTables = async (env: NodeJS.ProcessEnv, service: string) => {
  const store = await openStore(env, service)
  const tables = { events: eventTable(), control: controlTable(), records: recordTable() }
  await createTables(store, { name: service, root: import.meta.url, functions: {}, tables })
  return store
}

/** What the rivals are handed: where from and to, in a process of their own each. */
export type Setting = {
  readonly from: NodeJS.ProcessEnv
  readonly to: NodeJS.ProcessEnv
  readonly service: string
  /** Beneath it a rival may keep files. */
  readonly folder: string
}

/** A rival's part of the tenants, moved. */
export type Asked = readonly TenantId[]
export type Answered = { readonly events: number; readonly ms: number; readonly peakBytes: number }
