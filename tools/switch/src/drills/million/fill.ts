/** fill STORE SERVICE STREAMS: fills a store with the drill's companies, in bulk, several companies at a time. */
import { isStoreUnavailable } from '@awayday/event-sourcing'
import { inTurns } from '@awayday/kernel'
import { controlTable, eventTable, recordTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import { loaded } from '../../verify/testing/loaded.ts'
import { RECORDS, storeOf, tenants } from './companies.ts'

const [store, service = '', streams] = process.argv.slice(2)
await using opened = await openStore({ ...process.env, AWAYDAY_STORE: storeOf(store) }, service)
const tables = { events: eventTable(), control: controlTable(), records: recordTable() }
await createTables(opened, { name: service, root: import.meta.url, functions: {}, tables })

/** A server on a busy machine may leave a load without an answer; the same load again makes it whole. */
const TRIES = 10
const load = async (tenant: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      return await loaded(opened, tenant, { streams: Number(streams), records: RECORDS }, ['events'])
    } catch (cause) {
      if (tries === TRIES || !isStoreUnavailable(cause)) throw cause
    }
  }
}
await inTurns(tenants, load, { width: 4 })
