import { mongoDatabase } from '@awayday/contract-testing/servers'
import { eventTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import { interleave } from '../interleave.ts'
import { table } from '../report.ts'
import { appendsOf, writesOf } from './rates.ts'
import { tenant } from './record.ts'

const APPENDS = 500
const ROUNDS = 9

/** The store as functions open it, beside the driver's insert under the same key, acknowledged by the majority. */
export const benchMongoDb = async (): Promise<string> => {
  await using server = await mongoDatabase()
  await using store = await openStore({ AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: server.url }, 'bench')
  await createTables(store, { name: 'bench', root: import.meta.url, functions: {}, tables: { events: eventTable() } })
  type Key = { readonly tenant: string; readonly stream: string; readonly version: number }
  const bare = server.db.collection<{ _id: Key; body: string }>('bare', { writeConcern: { w: 'majority' } })

  const medians = await interleave(
    {
      bare: writesOf((stream, version, body) => bare.insertOne({ _id: { tenant, stream, version }, body }), APPENDS),
      ours: appendsOf(store.events, APPENDS),
    },
    ROUNDS,
  )
  return table({
    title: 'Appends one after another, MongoDB, majority',
    unit: '/s',
    decimals: 0,
    floor: { what: 'the bare driver: insertOne, no index', figure: medians.bare },
    lines: [{ what: 'ours: an upsert that takes the server’s clock', figure: medians.ours }],
  })
}
