import type { Actor } from '@awayday/kernel'
import { awayRanges } from '#domain/person/away-ranges.ts'
import { teamsBetween } from '#domain/person/employment.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import type { AwayRow } from '#domain/person/rows.ts'
import type { Asked as LeaveAsked, State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import type { AwayShown } from '#wire/away.ts'
import { asSeenBy } from './team-calendar.ts'

/** The others of the team who are away on any of the days, or of both teams when somebody moves meanwhile. */
export const alsoAway = async (
  world: World,
  actor: Actor,
  { owner, employment }: State,
  { dates }: Pick<LeaveAsked, 'dates'>,
): Promise<readonly AwayShown[]> => {
  const ranges = awayRanges(dates, employment)
  const { first, last } = rangeOf(dates)
  const teams = teamsBetween(employment, first, last)
  const rows = await Promise.all(teams.map((team) => world.views.awayBetween(actor.tenant, team, first, last)))
  const isMet = (row: AwayRow) => ranges.some((range) => range.first <= row.last && row.first <= range.last)
  return asSeenBy(
    world,
    actor,
    rows.flat().filter((row) => row.person !== owner && isMet(row)),
  )
}
