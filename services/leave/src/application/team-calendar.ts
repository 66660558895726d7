import { type Actor, daysBetween, err, type LocalDate, ok, type Result } from '@awayday/kernel'
import type { AwayRow } from '#domain/person/rows.ts'
import { sightOf } from '#domain/privacy/sight.ts'
import type { World } from '#ports/world.ts'
import { type AwayShown, awayShown } from '#wire/away.ts'
import { type Asked, viewerOf } from './asked.ts'
import { typesOf } from './leave-types.ts'

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
    return ok(await asSeenBy(world, actor, await world.views.awayBetween(actor.tenant, team, first, last)))
  }

/** By first day, then by person; without what is none of the viewer's business. */
export const asSeenBy = async (
  world: Pick<World, 'store' | 'documents' | 'clock'>,
  actor: Actor,
  rows: readonly AwayRow[],
): Promise<readonly AwayShown[]> => {
  const typeOf = await typesOf(
    world,
    actor.tenant,
    rows.map(({ person }) => person),
  )
  const viewer = viewerOf(actor)
  return rows
    .toSorted((a, b) => (`${a.first} ${a.person}` < `${b.first} ${b.person}` ? -1 : 1))
    .flatMap((row) => {
      const status = row.status === 'approved' ? 'accepted' : row.status
      return awayShown(row, sightOf({ ...row, status }, typeOf(row.person, row.leaveType), viewer))
    })
}
