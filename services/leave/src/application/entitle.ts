import { type CommandMeta, commandId, newId } from '@awayday/event-sourcing'
import { type LocalDate, ok, type PersonId } from '@awayday/kernel'
import type { Crediting } from '#domain/person/events.ts'
import type { Parts } from '#domain/policy/plan.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide, writeNote } from './decide.ts'
import { hidingWhose } from './hiding-whose.ts'
import { personStream } from './person-stream.ts'

type Whose = { readonly person: PersonId; readonly leaveType: string }

/** A grant by hand, or a correction. `override`: sets limits and the floor aside, by name. */
export type CreditWish = Whose & { readonly override: boolean; readonly reason: string | null } & Pick<
    Crediting,
    'source' | 'n' | 'from' | 'until'
  >

export const credit =
  (world: World) =>
  async ({ actor, meta, input: { person, reason, ...wish } }: Commanded<CreditWish>) => {
    const id = idOf(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'Credit',
      credit: id,
      note,
      ...wish,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ id, ...done.value }) : hidingWhose(actor, person, done)
  }

/** `n` null: all that may be paid out. */
type PayOutWish = Whose & { readonly n: Parts | null; readonly reason: string | null }

export const payOut =
  (world: World) =>
  async ({ actor, meta, input: { person, leaveType, n, reason } }: Commanded<PayOutWish>) => {
    const id = idOf(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'PayOut',
      payOut: id,
      leaveType,
      n: n ?? 'all',
      note,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ id, ...done.value }) : hidingWhose(actor, person, done)
  }

type Work = {
  readonly person: PersonId
  readonly first: LocalDate
  readonly last: LocalDate
  readonly minutes: number
}

/** Recorded working time, which holds in place of the schedule where leave is earned by it. */
export const recordWork =
  (world: World) =>
  async ({ actor, meta, input: { person, ...work } }: Commanded<Work>) => {
    const id = idOf(meta, person)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'RecordWork',
      record: id,
      ...work,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ id, ...done.value }) : hidingWhose(actor, person, done)
  }

const idOf = (meta: CommandMeta, person: PersonId): string =>
  newId(commandId(meta), personStream(meta.tenant, person), 0)
