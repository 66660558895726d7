import assert from 'node:assert/strict'
import { listed, soundLog } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import type { OpenStore } from '../store.ts'

/**
 * What a service's store keeps of a tenant once nothing is due, but for revisions, versions and tombstones: two histories that lead to
 * the same have it in common. Throws where the log is not sound, or a consumer has not done all of it.
 */
export const kept = async (
  store: OpenStore & { readonly name: 'sqlite' },
  tenant: TenantId,
  consumers: readonly string[],
) => {
  const log = await soundLog(store.events, tenant)
  for await (const { stream, head } of store.events.heads(tenant)) {
    const { done, due, parked } = await store.progress.load(stream)
    const all = Object.fromEntries(consumers.map((name) => [name, head.version]))
    assert.deepEqual({ done, due, parked }, { done: all, due: undefined, parked: undefined }, stream.name)
  }
  const rows = await listed(store.views('views').all(tenant))
  const all = (table: string) =>
    store.db.prepare(`SELECT * FROM ${table} WHERE tenant = ? ORDER BY 1, 2, 3`).all(tenant)
  return {
    log,
    rows: Object.fromEntries(rows.map(({ id, doc }) => [id, doc])),
    registry: all('registry'),
    records: all('records').flatMap(({ kind, id, data }) => (data === null ? [] : [[`${kind}/${id}`, `${data}`]])),
    tenants: all('tenants').map(({ tenant, home }) => ({ tenant, home })),
  }
}
