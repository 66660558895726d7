import { type Actor, daysBetween, err, type LocalDate, ok, type Result } from '@awayday/kernel'
import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import type { AwayRow } from '#domain/person/rows.ts'
import { sightOf } from '#domain/privacy/sight.ts'
import type { World } from '#ports/world.ts'
import { type AwayShown, awayShown } from '#wire/away.ts'
import { type Asked, isAdmin } from './asked.ts'

/** A quarter of a year, and what a page can show. */
export const CALENDAR_DAYS_MAX = 92

export type NotASpan =
  | { readonly type: 'EndBeforeStart'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly type: 'TooLong'; readonly days: number; readonly most: number }

type Span = { readonly team: string; readonly first: LocalDate; readonly last: LocalDate }

/** Who of a team is away, for everybody of the company; an unknown team has nobody. */
export const teamCalendar =
  (world: World) =>
  async ({ actor, input: { team, first, last } }: Asked<Span>): Promise<Result<readonly AwayShown[], NotASpan>> => {
    if (last < first) return err({ type: 'EndBeforeStart', first, last })
    const days = daysBetween(first, last)
    if (days > CALENDAR_DAYS_MAX) return err({ type: 'TooLong', days, most: CALENDAR_DAYS_MAX })
    return ok(asSeenBy(actor, await world.views.awayBetween(actor.tenant, team, first, last)))
  }

/** By first day, then by person; without what is none of the viewer's business. */
export const asSeenBy = (actor: Actor, rows: readonly AwayRow[]): readonly AwayShown[] => {
  const viewer = { by: actor.person, byHr: isAdmin(actor) }
  return rows
    .toSorted((a, b) => (`${a.first} ${a.person}` < `${b.first} ${b.person}` ? -1 : 1))
    .flatMap((row) => {
      const status = row.status === 'approved' ? 'accepted' : row.status
      const type = starterLeaveTypes.find(({ id }) => id === row.leaveType)
      return awayShown(row, sightOf({ ...row, status }, type, viewer))
    })
}
