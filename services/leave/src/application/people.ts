import type { EventStore, Head, StreamId } from '@awayday/event-sourcing'
import type { PersonId, TenantId } from '@awayday/kernel'
import { ownerOf } from './person-stream.ts'

export type Listed = { readonly person: PersonId; readonly stream: StreamId; readonly head: Head }

/** Everybody of a company that anything is known about, by id, and where their stream ends. About two small reads a person. */
export async function* peopleOf(store: EventStore, tenant: TenantId): AsyncGenerator<Listed> {
  for await (const { stream, head } of store.heads(tenant)) {
    const person = ownerOf(stream)
    if (person) yield { person, stream, head }
  }
}
