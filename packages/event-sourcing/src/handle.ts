import { err, ok, type Refusal, type Result } from '@awayday/kernel'
import { type CommandMeta, commandId, newId, REFUSED, type Refused } from './command.ts'
import type { CommandRegistry } from './command-registry.port.ts'
import type { Decider, EventCodec } from './decider.ts'
import type { Conflict, EventStore } from './event-store.port.ts'
import { eventsOf, OURS } from './events-in.ts'
import type { Head } from './head.ts'
import { newRecord, type RecordBody, readBody, type StoredEvent, type StoredRecord } from './record.ts'
import type { StreamId } from './stream.ts'
import { whole } from './whole.ts'

/** What a command did: the version it wrote (or, when there was nothing to say, found), and its events. */
export type Handled<Event> = {
  readonly version: number
  readonly events: readonly Event[]
  /** An earlier try had done it already; the answer is that try's. */
  readonly replayed: boolean
}

/** The same idempotency key with another request. */
export type KeyReused = { readonly type: 'KeyReused' }

/** How often a command is decided: somebody else's record may come first, and once the seal of a move. */
const ATTEMPTS = 5

/**
 * Reads, decides, appends. A command tried again, however often and whatever was lost on the way, has one effect and is
 * given the answer of that effect. `command` receives the ids for the new things it makes, which are the same in every try.
 * With a registry, a key is also refused when somebody used it on another stream; system actors use fixed keys and none.
 */
export const handle =
  <Command, Event, State, Rejection extends Refusal>(
    { store, registry }: { readonly store: EventStore; readonly registry?: CommandRegistry },
    decider: Decider<Command, Event, State, Rejection>,
    codec: EventCodec<Event>,
  ) =>
  async (
    stream: StreamId,
    meta: CommandMeta,
    command: (ids: (n: number) => string) => Command,
  ): Promise<Result<Handled<Event>, Rejection | Conflict | KeyReused>> => {
    const id = commandId(meta)
    const order = command((n) => newId(id, stream, n))
    const read = history(store, stream, id, decider, codec)
    const [first, noted] = await Promise.all([read(), note(registry, stream, meta)])

    for (let [told, attempt] = [first, 1]; ; attempt++, told = await read(told)) {
      if (told.own) return answer(told.own, meta, codec, true)
      if (noted === 'reused') return err({ type: 'KeyReused' })

      const decided = decider.decide(order, told.state)
      if (!decided.ok && noted === 'first') return decided
      if (decided.ok && decided.value.length === 0)
        return ok({ version: told.head.version, events: [], replayed: false })

      const events = decided.ok ? decided.value.map((event) => encoded(codec, event)) : [refused(decided.error)]
      const record = newRecord(bodyOf(meta, id, told, events))
      const appended = await store.append(stream, told.head, record)
      if (appended.ok) return answer(appended.value.record, meta, codec, appended.value.record.body !== record.body)
      if (attempt === ATTEMPTS) return appended
    }
  }

/** What a stream tells this command: its state, where it ends, and whether an earlier try is in it. */
type Told<State> = {
  readonly head: Head
  readonly state: State
  readonly last: RecordBody | undefined
  readonly own: StoredRecord | undefined
}

/** Reads a stream, or on from what it told before. */
const history =
  <Command, Event, State, Rejection>(
    store: EventStore,
    stream: StreamId,
    id: string,
    { initial, evolve }: Decider<Command, Event, State, Rejection>,
    codec: EventCodec<Event>,
  ) =>
  async (told?: Told<State>): Promise<Told<State>> => {
    const further = told && (await store.read(stream, told.head))
    const { records, head } = further?.ok ? further.value : await whole(store, stream)
    let { state, last, own } = further?.ok && told ? told : { state: initial, last: undefined, own: undefined }
    for (const record of records) {
      last = readBody(record)
      state = eventsOf(last, codec).reduce(evolve, state)
      if (last.command.id === id) own = record
    }
    return { head, state, last, own }
  }

/** `again`: an earlier try noted its use, so it may still be on its way. */
const note = async (
  registry: CommandRegistry | undefined,
  stream: StreamId,
  { tenant, actor, key, digest, at }: CommandMeta,
): Promise<'first' | 'again' | 'reused'> => {
  if (!registry || actor.startsWith('system:')) return 'first'
  const { first, again } = await registry.note({ tenant, actor, key }, { digest, stream: stream.name }, at)
  if (first.digest !== digest || first.stream !== stream.name) return 'reused'
  return again ? 'again' : 'first'
}

/** The answer of the record that carries this command's id, whichever try wrote it. */
const answer = <Event, Rejection extends Refusal>(
  record: StoredRecord,
  meta: CommandMeta,
  codec: EventCodec<Event>,
  replayed: boolean,
): Result<Handled<Event>, Rejection | KeyReused> => {
  const body = readBody(record)
  if (body.command.digest !== meta.digest) return err({ type: 'KeyReused' })
  const refusal = body.events.find(({ type }) => type === REFUSED)
  if (refusal) return err((refusal.data as Refused).problem as Rejection)
  return ok({ version: record.version, events: eventsOf(body, codec), replayed })
}

/** An event of a domain by such a name would be taken for our own, and shown to nobody. */
const encoded = <Event>(codec: EventCodec<Event>, event: Event): StoredEvent => {
  const stored = codec.encode(event)
  if (OURS.includes(stored.type)) throw new TypeError(`an event may not be called ${stored.type}`)
  return stored
}

const refused = (problem: Refusal): StoredEvent => ({ type: REFUSED, v: 1, data: { problem } satisfies Refused })

const bodyOf = <State>(
  { at, actor, digest, correlation, cause }: CommandMeta,
  id: string,
  { head, last }: Told<State>,
  events: readonly StoredEvent[],
): RecordBody => ({
  at: last && last.at > at ? last.at : at, // clocks of two machines differ; a stream's time never runs backwards
  by: actor,
  command: { id, digest },
  correlation,
  cause,
  prev: head.version > 0 ? head.digest : null,
  events,
})
