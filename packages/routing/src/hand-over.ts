import type { Clock } from '@awayday/clock'
import { type EventStore, readBody, type Sealed, type StreamId, sealRecord, whole } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import { bring } from './bring.ts'
import { inStore, type Known } from './known.ts'
import { routedEventStore } from './routed-event-store.ts'
import { deciding } from './routed-plain-records.ts'
import type { Routes } from './routes.ts'

/**
 * Hands a stream over to the store that its tenant goes to, by the seal of the announced epoch, and brings there what it
 * lacks. Nobody waits but who appends between seal and arrival, and they may do the bringing themselves. Safe to repeat.
 * False: there was nothing to do.
 */
export const handOver = async (
  world: { readonly stores: Known<EventStore>; readonly routes: Routes; readonly clock: Clock },
  stream: StreamId,
  seal: Sealed,
): Promise<boolean> => {
  const routed = routedEventStore(world)
  for (;;) {
    const { records, head } = await whole(routed, stream)
    const last = records.at(-1)
    // A mover that comes late, after the way back was announced, seals nothing a second time.
    if (head.owner === seal.to || head.epoch >= seal.epoch || !last) return false
    const record = sealRecord(stream, seal, world.clock.now(), { digest: head.digest, at: readBody(last).at })
    const sealed = await inStore(world.stores, head.owner).append(stream, head, record)
    if (!sealed.ok) continue // somebody appended first
    await bring(world.stores, stream, head.owner, seal.to)
    return true
  }
}

/** Hands a plain record over, as `handOver` does a stream. False: there was nothing to do. */
export const handOverRecord = async (
  world: { readonly stores: Known<PlainRecords>; readonly routes: Routes },
  { tenant, kind, id }: { readonly tenant: TenantId; readonly kind: string; readonly id: string },
  moved: Sealed,
): Promise<boolean> => {
  for (;;) {
    const { store, record } = await deciding(world, await world.routes.of(tenant), { tenant, kind, id })
    if (!record || store === moved.to || (record.moved?.epoch ?? 0) >= moved.epoch) return false
    const marked = { ...record, moved, rev: record.rev + 1 }
    if (!(await inStore(world.stores, store).save(tenant, marked, record.rev))) continue // somebody wrote first
    await inStore(world.stores, moved.to).copy(tenant, marked)
    return true
  }
}
