import { commandId, newId } from '@awayday/event-sourcing'
import { ok, type PersonId } from '@awayday/kernel'
import type { Doing } from '#domain/approval/command.ts'
import type { Command } from '#domain/person/commands.ts'
import type { NoteId } from '#domain/person/ids.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide } from './decide.ts'
import { personStream } from './person-stream.ts'

/** Ids for what a command makes, a request or a credit, and for what was said with it: the same in every try. */
type Made = { readonly id: string; readonly note: NoteId | null }

/** Somebody's command about a person. Answers the id of what it made, and the version of the stream that holds it. */
export const order = async (
  world: World,
  { actor, meta }: Pick<Commanded<unknown>, 'actor' | 'meta'>,
  person: PersonId,
  said: string | null,
  command: (made: Made, doing: Doing) => Command,
) => {
  const idOf = (n: number) => newId(commandId(meta), personStream(meta.tenant, person), n)
  const [id, text] = [idOf(0), said?.trim()]
  const words = text ? { id: idOf(1), text } : null
  const made = { id, note: words?.id ?? null }
  const done = await decide(world)(person, meta, (on) => command(made, doingOf(actor, on)), words)
  return done.ok ? ok({ id, version: done.value.version }) : done
}

/** Which request of whom. */
export type Which = { readonly person: PersonId; readonly request: string }

/** The same, about a request that is there. */
export const orderAbout = async (
  world: World,
  call: Commanded<Which>,
  said: string | null,
  command: (about: { readonly request: string } & Doing, note: NoteId | null) => Command,
) => {
  const { person, request } = call.input
  const done = await order(world, call, person, said, ({ note }, doing) => command({ request, ...doing }, note))
  return done.ok ? ok({ request, version: done.value.version }) : done
}

/** The same, with leave that comes to be. */
export const orderLeave = async (
  world: World,
  call: Commanded<{ readonly reason: string | null }>,
  person: PersonId,
  command: (made: { readonly request: string; readonly note: NoteId | null } & Doing) => Command,
) => {
  const done = await order(world, call, person, call.input.reason, ({ id, note }, doing) =>
    command({ request: id, note, ...doing }),
  )
  return done.ok ? ok({ request: done.value.id, version: done.value.version }) : done
}
