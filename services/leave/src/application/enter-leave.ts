import { ok, type PersonId } from '@awayday/kernel'
import type { Certificate } from '#domain/person/events.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide, newRequest, writeNote } from './decide.ts'
import { hidingWhose } from './hiding-whose.ts'

type Entered = {
  readonly leaveType: string
  readonly dates: Dates
  readonly cover: PersonId | null
  readonly reason: string | null
}

/** `certificate`: whether one comes with it, as rules may ask for one. */
type Leave = Entered & { readonly person: PersonId; readonly certificate: boolean }

/** For somebody, by HR or whoever approves for them: accepted at once. */
export const enterLeave =
  (world: World) =>
  async ({ actor, meta, input }: Commanded<Leave>) => {
    const { person, reason, ...wish } = input
    const request = newRequest(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'Enter',
      request,
      note,
      ...wish,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ request, ...done.value }) : hidingWhose(actor, person, done)
  }

type Sickness = Entered & { readonly person: PersonId | null; readonly certificate: Certificate | null }

/** One's own by default; accepted at once. */
export const recordSickness =
  (world: World) =>
  async ({ actor, meta, input: { person: whose, reason, ...wish } }: Commanded<Sickness>) => {
    const person = whose ?? actor.person
    const request = newRequest(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'RecordSickness',
      request,
      note,
      ...wish,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ request, ...done.value }) : hidingWhose(actor, person, done)
  }
