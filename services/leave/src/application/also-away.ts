import { type Actor, compare, type LocalDate } from '@awayday/kernel'
import { awayRanges } from '#domain/person/away-ranges.ts'
import { teamsBetween } from '#domain/person/employment.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import type { AwayRow } from '#domain/person/rows.ts'
import type { Asked as LeaveAsked, State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import type { AwayShown } from '#wire/away.ts'
import { asSeenBy } from './team-calendar.ts'

/** Days that somebody may be away on. */
type Days = Pick<LeaveAsked, 'dates'>

/** The others of the team who are away on any of the days, or of both teams when somebody moves meanwhile. */
export const alsoAway = async (world: World, actor: Actor, state: State, days: Days): Promise<readonly AwayShown[]> =>
  (await alsoAwayOn(world, actor)([{ state, days }]))[0] ?? []

/** The same for many at once, in their order: days that lie together are looked up once for each team. */
export const alsoAwayOn =
  (world: World, actor: Actor) =>
  async (
    asked: readonly { readonly state: State; readonly days: Days }[],
  ): Promise<readonly (readonly AwayShown[])[]> => {
    const each = asked.map(({ state, days }) => {
      const { first, last } = rangeOf(days.dates)
      const spans = teamsBetween(state.employment, first, last).map((team) => ({ team, first, last }))
      return { state, ranges: awayRanges(days.dates, state.employment), spans }
    })
    const looked = await Promise.all(
      together(each.flatMap(({ spans }) => spans)).map(async (span) => ({
        ...span,
        rows: await world.views.awayBetween(actor.tenant, span.team, span.first, span.last),
      })),
    )
    return Promise.all(
      each.map(({ state, ranges, spans }) => {
        const isMet = (row: AwayRow) => ranges.some((range) => range.first <= row.last && row.first <= range.last)
        const rows = spans.flatMap((span) => looked.find((one) => holds(one, span))?.rows ?? [])
        return asSeenBy(
          world,
          actor,
          rows.filter((row) => row.person !== state.owner && isMet(row)),
        )
      }),
    )
  }

type Span = { readonly team: string; readonly first: LocalDate; readonly last: LocalDate }

const holds = (one: Span, other: Span): boolean =>
  one.team === other.team && one.first <= other.first && other.last <= one.last

/** Spans of a team that have a day in common become one. */
const together = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => compare(a.team, b.team) || compare(a.first, b.first))) {
    const before = joined.at(-1)
    if (before?.team !== span.team || before.last < span.first) joined.push(span)
    else if (before.last < span.last) joined.splice(-1, 1, { ...before, last: span.last })
  }
  return joined
}
