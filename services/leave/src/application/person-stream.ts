import { type EventStore, eventsIn, type StreamId, stream, whole } from '@awayday/event-sourcing'
import { ok, type PersonId, parsePersonId, type TenantId } from '@awayday/kernel'
import { evolve, initial, type State } from '#domain/state.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'

export const personStream = (tenant: TenantId, person: PersonId): StreamId => stream(tenant, 'person', person)

/** What a person's stream says at this moment. */
export type Told = {
  readonly state: State
  readonly version: number
  /** The id of each event by its number, `<stream>@<version>.<index>`: what a figure names as its origin. */
  readonly eventIds: readonly string[]
  /** The store as a command that follows should ask it. */
  readonly store: EventStore
}

export const tellPerson = async (
  { store }: Pick<World, 'store'>,
  tenant: TenantId,
  person: PersonId,
): Promise<Told> => {
  const name = personStream(tenant, person)
  const read = await whole(store, name)
  const { records, head } = read
  let state = initial(person)
  const eventIds: string[] = []
  for (const record of records)
    for (const [index, event] of eventsIn(record, personCodec).entries()) {
      state = evolve(state, event)
      eventIds.push(`${name.name}@${record.version}.${index}`)
    }
  return { state, version: head.version, eventIds, store: answering(store, ok(read)) }
}

/**
 * Answers the next read from the start with what was just read, so that a command costs one read and not two. Should
 * somebody write in between, the append conflicts and the command reads on, as ever.
 */
const answering = (store: EventStore, read: Awaited<ReturnType<EventStore['read']>>): EventStore => {
  let known: typeof read | undefined = read
  return {
    append: store.append,
    heads: store.heads,
    read: async (stream, after) => {
      const answer = after ? undefined : known
      known = undefined
      return answer ?? store.read(stream, after)
    },
  }
}

/** Whose stream it is. */
const ownerOf = ({ name }: StreamId): PersonId => {
  const owner = parsePersonId(name.slice('person/'.length))
  if (!owner || !name.startsWith('person/')) throw new Error('not a stream of a person')
  return owner
}

/** How consumers read a person's stream. */
export const following = { initial: (stream: StreamId) => initial(ownerOf(stream)), evolve, codec: personCodec }
