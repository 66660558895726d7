import { type EventStore, eventsIn, type Head, type StreamId, sameStream, stream, whole } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { company, type State } from '#domain/company/company.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/company-events.ts'

/** All settings of a company have one order, so one stream holds them (docs/adr/0010-one-stream-of-settings.md). */
export const companyStream = (tenant: TenantId): StreamId => stream(tenant, 'company', 'settings')

export const isCompanyStream = (stream: StreamId): boolean => sameStream(stream, companyStream(stream.tenant))

/** What a company has saved until this moment. Every decision asks, so what was read before is not read again: one small item, mostly. */
export const tellCompany = async ({ store }: Pick<World, 'store'>, tenant: TenantId): Promise<State> => {
  const name = companyStream(tenant)
  const before = known.get(store)?.get(tenant)
  const further = before && (await store.read(name, before.head))
  const { records, head } = further?.ok ? further.value : await whole(store, name)
  const start = further?.ok && before ? before.state : company.initial
  const state = records.flatMap((record) => eventsIn(record, companyCodec)).reduce(company.evolve, start)
  if (head.version > 0) keep(store, tenant, { head, state })
  return state
}

type Read = { readonly head: Head; readonly state: State }
const known = new WeakMap<EventStore, Map<TenantId, Read>>()
/** Companies that a process remembers; the oldest goes first. */
const KEPT = 1_000

const keep = (store: EventStore, tenant: TenantId, read: Read): void => {
  const ofStore = known.get(store) ?? new Map<TenantId, Read>()
  known.set(store, ofStore)
  ofStore.set(tenant, read)
  const oldest = ofStore.keys().next()
  if (ofStore.size > KEPT && !oldest.done) ofStore.delete(oldest.value)
}
