import { type EventStore, eventsIn, readBody, type StreamId, sameStream, stream, whole } from '@awayday/event-sourcing'
import { type Instant, ok, type PersonId, parsePersonId, type TenantId } from '@awayday/kernel'
import type { Facts } from '#domain/facts/facts.ts'
import { evolve } from '#domain/person/evolve.ts'
import { factsOf } from '#domain/person/facts-of.ts'
import { initial, type State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { documentsOf, type Shelf } from './documents.ts'

export const personStream = (tenant: TenantId, person: PersonId): StreamId => stream(tenant, 'person', person)

/** What a person's stream says at this moment. */
export type Told = {
  readonly state: State
  readonly version: number
  /** Of its last record: names all that came before. */
  readonly digest: string
  /** Its facts, with all documents that they name. */
  readonly facts: Facts
  readonly shelf: Shelf
  /** The id of each event by its number, `<stream>@<version>.<index>`: what a figure names as its origin. */
  readonly eventIds: readonly string[]
  /** The store as a command that follows should ask it. */
  readonly store: EventStore
}

/** `isKnown`: by when it was written, whether a record is looked at; all are, by default. */
export const tellPerson = async (
  { store, documents }: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
  person: PersonId,
  isKnown: (at: Instant) => boolean = () => true,
): Promise<Told> => {
  const name = personStream(tenant, person)
  const read = await whole(store, name)
  const { head } = read
  const records = read.records.filter((record) => isKnown(readBody(record).at))
  let state = initial(person)
  const eventIds: string[] = []
  for (const record of records)
    for (const [index, event] of eventsIn(record, personCodec).entries()) {
      state = evolve(state, event)
      eventIds.push(`${name.name}@${record.version}.${index}`)
    }
  const shelf = await documentsOf({ documents }, tenant, state)
  const facts = factsOf(state, shelf.documents)
  return {
    state,
    version: head.version,
    digest: head.digest,
    facts,
    shelf,
    eventIds,
    store: answering(store, name, ok(read)),
  }
}

/**
 * Answers the next read of a stream from the start with what was just read, so that a command costs one read and not two. Should
 * somebody write in between, the append conflicts and the command reads on, as ever.
 */
const answering = (store: EventStore, name: StreamId, read: Awaited<ReturnType<EventStore['read']>>): EventStore => {
  let known: typeof read | undefined = read
  return {
    append: store.append,
    heads: store.heads,
    read: async (stream, after) => {
      if (after || !sameStream(stream, name)) return store.read(stream, after)
      const answer = known
      known = undefined
      return answer ?? store.read(stream, after)
    },
  }
}

/** Whose stream it is; undefined: nobody's. */
export const ownerOf = ({ name }: StreamId): PersonId | undefined =>
  name.startsWith('person/') ? parsePersonId(name.slice('person/'.length)) : undefined

const initialOf = (stream: StreamId): State => {
  const owner = ownerOf(stream)
  if (!owner) throw new Error('not a stream of a person')
  return initial(owner)
}

/** How consumers read a person's stream. */
export const following = { initial: initialOf, evolve, codec: personCodec }
