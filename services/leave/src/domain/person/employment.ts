import { addDays, type LocalDate, type PersonId } from '@awayday/kernel'
import { periodOn } from '../facts/employed.ts'
import { inForceFrom, inForceOrFirst } from '../time/in-force.ts'
import type { Place } from './place.ts'

/**
 * What the directory has said about somebody's employment. The same words give the same employment in whatever order they
 * arrive, and however often: of two on one day the one with the higher `seq` counts.
 */
export type Employment = {
  /** By `seq`. */
  readonly turns: readonly Turn[]
  /** By their first day, no day twice; each holds until the next. */
  readonly places: readonly Placed[]
}
/** `fact`: the number of the event. */
export type Turn = {
  readonly kind: 'started' | 'ended'
  readonly on: LocalDate
  readonly seq: number
  readonly fact: number
}
export type Placed = Place & { readonly from: LocalDate }

/** Both days included; null: no end is known. */
export type Period = { readonly from: LocalDate; readonly until: LocalDate | null; readonly fact: number }

export const nowhere: Employment = { turns: [], places: [] }

export const turned = (employment: Employment, turn: Turn): Employment => ({
  ...employment,
  turns: [...employment.turns.filter(({ seq }) => seq !== turn.seq), turn].sort((a, b) => a.seq - b.seq),
})

export const placed = (employment: Employment, place: Placed): Employment =>
  isOutdated(employment, place)
    ? employment
    : {
        ...employment,
        places: [...employment.places.filter(({ from }) => from !== place.from), place].sort((a, b) =>
          a.from < b.from ? -1 : 1,
        ),
      }

/** Whether a later word about the same day is known already. */
export const isOutdated = ({ places }: Employment, { from, seq }: Pick<Placed, 'from' | 'seq'>): boolean =>
  places.some((place) => place.from === from && place.seq > seq)

export const isKnown = ({ turns, places }: Employment): boolean => turns.length + places.length > 0

/** When somebody was, is or will be employed. An end before any start waits for its start. */
export const periods = ({ turns }: Employment): readonly Period[] => {
  const known: Period[] = []
  for (const { kind, on, fact } of turns) {
    const last = known.at(-1)
    if (kind === 'ended' && last) known[known.length - 1] = { ...last, until: on }
    if (kind === 'started' && last?.until === null) known[known.length - 1] = { ...last, from: on, fact }
    if (kind === 'started' && last?.until !== null) known.push({ from: on, until: null, fact })
  }
  return known
}

/** The first of these days on which somebody is not employed. */
export const notEmployedOn = (employment: Employment, first: LocalDate, last: LocalDate): LocalDate | undefined => {
  const all = periods(employment)
  let day = first
  for (;;) {
    const within = periodOn(all, day)
    if (!within) return day
    if (within.until === null || last <= within.until) return undefined
    day = addDays(within.until, 1)
  }
}

/** Where somebody works on a day; before the first, where they will start. */
export const placeOn = ({ places }: Employment, day: LocalDate): Placed | undefined => inForceOrFirst(places, day)

/** The teams somebody belongs to on any of these days. */
export const teamsBetween = (employment: Employment, first: LocalDate, last: LocalDate): readonly string[] => [
  ...new Set(
    inForceFrom(employment.places, first)
      .filter(({ from }, n) => n === 0 || from <= last)
      .map(({ team }) => team),
  ),
]

/** The departments somebody is in on a day or later. */
export const departmentsFrom = (employment: Employment, day: LocalDate): readonly string[] => [
  ...new Set(inForceFrom(employment.places, day).flatMap(({ department }) => department ?? [])),
]

/** Who decides on a day or later, as far as is known; null: somebody without an approver. */
export const approversFrom = (employment: Employment, day: LocalDate): readonly (PersonId | null)[] => [
  ...new Set(inForceFrom(employment.places, day).map(({ approver }) => approver)),
]
