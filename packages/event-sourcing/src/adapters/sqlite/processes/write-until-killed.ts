import type { TenantId } from '@awayday/kernel'
import { stream } from '../../../stream.ts'
import { noted } from '../../../testing/given.ts'
import { headOf } from '../../../testing/reading.ts'
import { openDatabase } from '../database.ts'
import { sqliteEventStore } from '../event-store.ts'

/** A process that appends to three streams, as fast as it can, and says of each append when it was acknowledged. */
const store = sqliteEventStore(openDatabase(process.argv[2] ?? ''))
const round = process.argv[3] ?? ''

for (let n = 0; ; n++) {
  const id = stream('acme' as TenantId, 'thing', `${n % 3}`)
  const record = noted(`${round} ${n}`, { events: 1 + (n % 9), data: 'x'.repeat((n * 997) % 20_000) })
  const appended = await store.append(id, await headOf(store, id), record)
  if (!appended.ok) throw new Error('nobody else writes here')
  process.stdout.write(`${JSON.stringify([id.name, appended.value.head.version, appended.value.head.digest])}\n`)
}
