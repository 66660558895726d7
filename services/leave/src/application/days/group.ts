import { type Actor, daysBetween, err, type LocalDate, ok, type PersonId, type Result } from '@awayday/kernel'
import { isKnown } from '#domain/person/employment.ts'
import { EVERYBODY, type Who } from '#domain/rules/who.ts'
import type { World } from '#ports/world.ts'
import { colleagues, type Member, memberOf } from '../colleagues.ts'
import { tellPerson } from '../person-stream.ts'
import { CALENDAR_DAYS_MAX, type NotASpan } from '../team-calendar.ts'

/** Whose days are looked at: what is named must hold together, on each day; nothing named is everybody of the company. */
export type Group = {
  readonly people: readonly PersonId[] | null
  readonly team: string | null
  readonly location: string | null
  readonly first: LocalDate
  readonly last: LocalDate
}

/** More than a page can show. */
export type TooManyDays = {
  readonly type: 'TooManyDays'
  readonly people: number
  readonly days: number
  readonly most: number
}

export type Found = { readonly who: Who; readonly members: readonly Member[] }

/** All who may belong to a group, by id. People who are named are read alone; of a team or a place everybody is looked at. */
export const membersOf = async (
  world: World,
  { tenant }: Actor,
  { people, team, location, first, last }: Group,
  most: number,
): Promise<Result<Found, NotASpan | TooManyDays>> => {
  if (last < first) return err({ type: 'EndBeforeStart', first, last })
  const days = daysBetween(first, last)
  if (days > CALENDAR_DAYS_MAX) return err({ type: 'TooLong', days, most: CALENDAR_DAYS_MAX })
  const named = people && (await Promise.all([...new Set(people)].map((person) => tellPerson(world, tenant, person))))
  const all = named
    ? named.filter(({ state }) => isKnown(state.employment)).map(memberOf)
    : await colleagues(world, tenant)
  const somewhere = all.filter(({ places }) =>
    places.some(
      (place) => (team === null || place.team === team) && (location === null || place.location === location),
    ),
  )
  if (somewhere.length * days > most) return err({ type: 'TooManyDays', people: somewhere.length, days, most })
  const who = { ...EVERYBODY, teams: team === null ? null : [team], locations: location === null ? null : [location] }
  return ok({ who, members: somewhere.toSorted((a, b) => (a.person < b.person ? -1 : 1)) })
}
