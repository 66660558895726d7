import {
  type Decider,
  type EventCodec,
  type EventStore,
  eventsIn,
  type Head,
  type StreamId,
  whole,
} from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'

/** What a stream of a company says at this moment. */
export type Tell<State> = (world: { readonly store: EventStore }, tenant: TenantId) => Promise<State>

/** Every decision asks, so what was read before is not read again: one small item, mostly. */
export const toldStream = <Command, Event, State, Rejection>(
  nameOf: (tenant: TenantId) => StreamId,
  { initial, evolve }: Pick<Decider<Command, Event, State, Rejection>, 'initial' | 'evolve'>,
  codec: EventCodec<Event>,
): Tell<State> => {
  type Read = { readonly head: Head; readonly state: State }
  const known = new WeakMap<EventStore, Map<TenantId, Read>>()
  const keep = (store: EventStore, tenant: TenantId, read: Read): void => {
    const ofStore = known.get(store) ?? new Map<TenantId, Read>()
    known.set(store, ofStore)
    ofStore.set(tenant, read)
    const oldest = ofStore.keys().next()
    if (ofStore.size > KEPT && !oldest.done) ofStore.delete(oldest.value)
  }
  return async ({ store }, tenant) => {
    const name = nameOf(tenant)
    const before = known.get(store)?.get(tenant)
    const further = before && (await store.read(name, before.head))
    const { records, head } = further?.ok ? further.value : await whole(store, name)
    const start = further?.ok && before ? before.state : initial
    const state = records.flatMap((record) => eventsIn(record, codec)).reduce(evolve, start)
    if (head.version > 0) keep(store, tenant, { head, state })
    return state
  }
}

/** Companies that a process remembers; the oldest goes first. */
const KEPT = 1_000
