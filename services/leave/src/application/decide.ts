import { type CommandMeta, type EventStore, handle } from '@awayday/event-sourcing'
import { err, type LocalDate, ok, type PersonId } from '@awayday/kernel'
import type { Command } from '#domain/person/commands.ts'
import type { Context } from '#domain/person/context.ts'
import type { NoteId } from '#domain/person/ids.ts'
import { officeOf } from '#domain/person/office-of.ts'
import { person as decider } from '#domain/person/person.ts'
import type { State } from '#domain/person/state.ts'
import { mayEnter, maySee } from '#domain/person/who-may.ts'
import type { World } from '#ports/world.ts'
import { refusalShown } from '#wire/broken.ts'
import { personCodec } from '#wire/events.ts'
import type { UnknownPerson } from './asked.ts'
import { contextFor, type Looking, ofFacts } from './context.ts'
import { isUnknownDocument, namedByCommand } from './documents.ts'
import { personStream, tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** What somebody says with a command. Events name it by its id, so that the words can be forgotten. */
type Words = { readonly id: NoteId; readonly text: string }

/** A command to a person's stream, on the day it is there. Answers the stream's version that holds what it did. */
export const decide =
  (world: World) =>
  async (person: PersonId, meta: CommandMeta, command: (today: LocalDate) => Command, words: Words | null = null) => {
    const told = await tellPerson(world, meta.tenant, person)
    const order = command(todayOf(world, told.state))
    await told.shelf.fetch(...namedByCommand(order))
    const looking = lookingOf(order)
    const context = looking ? await contextFor(world, meta.tenant, told, looking) : ofFacts(told.shelf.documents)
    const run = (store: EventStore) =>
      handle(
        { store: noting(world, store, meta, person, words), registry: world.registry },
        decider(person, context),
        personCodec,
      )(personStream(meta.tenant, person), meta, () => order)
    for (let store = told.store; ; store = world.store) {
      try {
        const done = await run(store)
        if (done.ok) return ok({ version: done.value.version })
        if (done.error.type === 'NotYours' && !mayKnowOf(order, told.state, context))
          return err({ type: 'UnknownPerson', person } satisfies UnknownPerson)
        return err(refusalShown(done.error, context.rules))
      } catch (error) {
        // Somebody wrote meanwhile, and named a document that was not named before.
        if (!isUnknownDocument(error)) throw error
        await told.shelf.fetch(error)
      }
    }
  }

/** Who may do nothing for somebody does not learn whether there is anybody of that name. */
const mayKnowOf = (order: Command, state: State, context: Context): boolean =>
  'by' in order &&
  (order.by === state.owner ||
    maySee(state, order) ||
    mayEnter(state, order, { ...context, office: officeOf(context.office, state) }))

/** A store that keeps what was said just before the record that names it: what nobody took is kept nowhere. */
const noting = (
  { notes }: World,
  store: EventStore,
  { tenant, at }: CommandMeta,
  person: PersonId,
  words: Words | null,
): EventStore =>
  words
    ? {
        read: store.read,
        heads: store.heads,
        append: async (stream, head, record) => {
          if (record.body.includes(words.id)) await notes.write(tenant, words.id, { person, text: words.text }, at)
          return store.append(stream, head, record)
        },
      }
    : store

/** What a command is decided by besides the person's own facts; null: by nothing else. */
const lookingOf = (command: Command): Looking | null => {
  switch (command.type) {
    case 'Request':
    case 'Enter':
    case 'Edit':
      return { on: command.on, by: command, cover: command.cover, counts: true }
    case 'Approve':
      return { on: command.on, by: command, cover: null, counts: true }
    case 'RecordSickness':
      return { on: command.on, by: command, cover: command.cover, counts: false }
    case 'Pass':
      return { on: command.on, by: null, cover: null, counts: false }
    case 'AssignTerms':
    case 'AssignSchedule':
    case 'ApplyCalendar':
    case 'Start':
    case 'Move':
    case 'End':
    case 'CloseYear':
    case 'NameDeputy':
    case 'RemoveDeputy':
      return null
    default:
      return { on: command.on, by: command, cover: null, counts: false }
  }
}
