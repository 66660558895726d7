import { type CommandMeta, commandId, handle, newId } from '@awayday/event-sourcing'
import { type LocalDate, ok, type PersonId } from '@awayday/kernel'
import type { Command } from '#domain/commands.ts'
import type { NoteId } from '#domain/events.ts'
import { person as decider } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { personStream, tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** A command to a person's stream, on the day it is there. Answers the stream's version that holds what it did. */
export const decide =
  (world: World) => async (person: PersonId, meta: CommandMeta, command: (today: LocalDate) => Command) => {
    const { state, store } = await tellPerson(world, meta.tenant, person)
    const today = todayOf(world, state)
    const run = handle({ store, registry: world.registry }, decider(person), personCodec)
    const done = await run(personStream(meta.tenant, person), meta, () => command(today))
    return done.ok ? ok({ version: done.value.version }) : done
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
