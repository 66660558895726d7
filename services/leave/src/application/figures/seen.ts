import { dateIn, utcDate } from '@awayday/clock/zone'
import { type Actor, err, type Instant, type LocalDate, ok, type PersonId, type Result } from '@awayday/kernel'
import { placeOn } from '#domain/person/employment.ts'
import { type TooFarAhead, tooFarAhead } from '#domain/person/horizon.ts'
import type { State } from '#domain/person/state.ts'
import { mayEnter } from '#domain/person/who-may.ts'
import type { World } from '#ports/world.ts'
import type { KnownAt } from '#wire/input-parts.ts'
import { doingOf, mayAsk, type UnknownPerson } from '../asked.ts'
import { contextFor } from '../context.ts'
import { type Told, tellPerson } from '../person-stream.ts'
import { todayOf } from '../today.ts'

export type Whose = {
  /** Whoever asks, by default. */
  readonly person: PersonId | null
  /** As it was known then; null: as it is now. */
  readonly knownAt: KnownAt | null
}

type Seen = Told & { readonly person: PersonId; readonly today: LocalDate }

/** What somebody's stream says, or once said, for those who may see it: themselves, whoever may decide about their leave, admins. */
export const seen = async (
  world: World,
  actor: Actor,
  { person: whose, knownAt }: Whose,
): Promise<Result<Seen, UnknownPerson>> => {
  const person = whose ?? actor.person
  const told = await tellPerson(world, actor.tenant, person)
  const today = todayOf(world, told.state)
  if (!(await maySeeFigures(world, actor, told, today))) return err({ type: 'UnknownPerson', person })
  if (!knownAt) return ok({ ...told, person, today })
  const once = await tellPerson({ ...world, store: told.store }, actor.tenant, person, knownBy(knownAt, told.state))
  return ok({ ...once, person, today })
}

/** The same, for a question about days; null: about today. */
export const seenUntil = async (
  world: World,
  actor: Actor,
  whose: Whose,
  days: readonly (LocalDate | null)[],
): Promise<Result<Seen, UnknownPerson | TooFarAhead>> => {
  const told = await seen(world, actor, whose)
  if (!told.ok) return told
  const far = days.map((day) => day && tooFarAhead(told.value.today, day)).find((one) => one)
  return far ? err(far) : told
}

/** Deputies are looked up last: they are named in the streams of those whom they stand in for. */
const maySeeFigures = async (world: World, actor: Actor, told: Told, today: LocalDate): Promise<boolean> => {
  if (mayAsk(actor, told.state, today)) return true
  const by = doingOf(actor, today)
  const context = await contextFor(world, actor.tenant, told, { on: today, by, cover: null, counts: false })
  return mayEnter(told.state, by, context)
}

const knownBy =
  (knownAt: KnownAt, { employment }: State) =>
  (at: Instant): boolean => {
    if (knownAt.kind === 'instant') return at <= knownAt.at
    const zone = placeOn(employment, utcDate(at))?.zone
    return (zone === undefined ? utcDate(at) : dateIn(zone, at)) <= knownAt.day
  }
