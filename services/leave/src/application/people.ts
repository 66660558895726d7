import type { End, EventStore, StreamId } from '@awayday/event-sourcing'
import type { PersonId, TenantId } from '@awayday/kernel'
import { ownerOf, personStream } from './person-stream.ts'

export type Listed = { readonly person: PersonId; readonly stream: StreamId; readonly head: End }

/** Everybody of a company that anything is known about, by id, and where their stream ends. About two small reads a person. `after`: only those who follow. */
export async function* peopleOf(
  store: EventStore,
  tenant: TenantId,
  after: PersonId | null = null,
): AsyncGenerator<Listed> {
  const heads = after === null ? store.heads(tenant) : store.heads(tenant, personStream(tenant, after).name)
  for await (const { stream, head } of heads) {
    const person = ownerOf(stream)
    if (person) yield { person, stream, head }
  }
}
