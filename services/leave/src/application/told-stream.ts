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
import { recent } from './recent.ts'

/** What a stream of a company says at this moment. */
export type Tell<State> = (world: { readonly store: EventStore }, tenant: TenantId) => Promise<State>

/** Every decision asks, so what was read before is not read again: one small item, mostly. */
export const toldStream = <Command, Event, State, Rejection>(
  nameOf: (tenant: TenantId) => StreamId,
  { initial, evolve }: Pick<Decider<Command, Event, State, Rejection>, 'initial' | 'evolve'>,
  codec: EventCodec<Event>,
): Tell<State> => {
  type Read = { readonly head: Head; readonly state: State }
  const known = recent<Read>(KEPT)
  return async ({ store }, tenant) => {
    const name = nameOf(tenant)
    const before = known(store).get(tenant)
    const further = before && (await store.read(name, before.head))
    const { records, head } = further?.ok ? further.value : await whole(store, name)
    const start = further?.ok && before ? before.state : initial
    const state = records.flatMap((record) => eventsIn(record, codec)).reduce(evolve, start)
    if (head.version > 0) known(store).set(tenant, { head, state })
    return state
  }
}

/** Companies that a process remembers. */
const KEPT = 1_000
