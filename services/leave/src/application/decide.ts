import { type CommandMeta, commandId, type EventStore, handle, newId } from '@awayday/event-sourcing'
import { err, type LocalDate, ok, type PersonId } from '@awayday/kernel'
import type { Command } from '#domain/person/commands.ts'
import type { NoteId } from '#domain/person/ids.ts'
import { person as decider } from '#domain/person/person.ts'
import type { World } from '#ports/world.ts'
import { refusalShown } from '#wire/broken.ts'
import { personCodec } from '#wire/events.ts'
import { contextFor, type Looking, ofFacts } from './context.ts'
import { isUnknownDocument, namedByCommand } from './documents.ts'
import { personStream, tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** A command to a person's stream, on the day it is there. Answers the stream's version that holds what it did. */
export const decide =
  (world: World) => async (person: PersonId, meta: CommandMeta, command: (today: LocalDate) => Command) => {
    const told = await tellPerson(world, meta.tenant, person)
    const order = command(todayOf(world, told.state))
    await told.shelf.fetch(...namedByCommand(order))
    const looking = lookingOf(order)
    const context = looking ? await contextFor(world, meta.tenant, told, looking) : ofFacts(told.shelf.documents)
    const run = (store: EventStore) =>
      handle({ store, registry: world.registry }, decider(person, context), personCodec)(
        personStream(meta.tenant, person),
        meta,
        () => order,
      )
    for (let store = told.store; ; store = world.store) {
      try {
        const done = await run(store)
        return done.ok ? ok({ version: done.value.version }) : err(refusalShown(done.error, context.rules))
      } catch (error) {
        // Somebody wrote meanwhile, and named a document that was not named before.
        if (!isUnknownDocument(error)) throw error
        await told.shelf.fetch(error)
      }
    }
  }

/** What a command is decided by besides the person's own facts; null: by nothing else. */
const lookingOf = (command: Command): Looking | null => {
  switch (command.type) {
    case 'Request':
    case 'Enter':
    case 'Edit':
      return { on: command.on, by: command, cover: command.cover, counts: true }
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

/** The id of the request a command makes: the same in every try. */
export const newRequest = (meta: CommandMeta, person: PersonId): string =>
  newId(commandId(meta), personStream(meta.tenant, person), 0)

/** Keeps what somebody says apart from the facts, and before them; answers its id, null for nothing said. */
export const writeNote = async (
  { notes }: World,
  meta: CommandMeta,
  person: PersonId,
  words: string | null,
): Promise<NoteId | null> => {
  const text = words?.trim()
  if (!text) return null
  const id = newId(commandId(meta), personStream(meta.tenant, person), 1)
  await notes.write(meta.tenant, id, { person, text }, meta.at)
  return id
}
