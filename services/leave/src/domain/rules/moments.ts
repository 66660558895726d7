import type { Span } from '../time/schedule.ts'
import { meet } from './away-spans.ts'

/** When somebody would work on a day, and when of it they are away. */
export type Shift = { readonly works: readonly Span[]; readonly away: readonly Span[] }

/** Time over which the figures are the same: how many would work, and how many of them are away. */
export type Moment = { readonly spans: readonly Span[]; readonly working: number; readonly away: number }

/** The given time, cut where figures change. `people` have the same shift. */
export const momentsOf = (
  time: readonly Span[],
  shifts: readonly (Shift & { readonly people: number })[],
): readonly Moment[] => {
  const ends = shifts.flatMap(({ works, away }) => [...works, ...away].flatMap(({ from, to }) => [from, to]))
  const cuts = [...new Set(ends)].toSorted((a, b) => a - b)
  return time
    .flatMap((span) => cut(span, cuts))
    .map((span) => ({
      spans: [span],
      working: countOf(shifts.filter(({ works }) => meet(works, [span]))),
      away: countOf(shifts.filter(({ away }) => meet(away, [span]))),
    }))
    .reduce<readonly Moment[]>(joined, [])
}

const countOf = (shifts: readonly { readonly people: number }[]): number =>
  shifts.reduce((sum, { people }) => sum + people, 0)

const cut = ({ from, to }: Span, cuts: readonly number[]): readonly Span[] => {
  const ends = [from, ...cuts.filter((at) => from < at && at < to), to]
  return ends.slice(1).map((end, n) => ({ from: ends[n] ?? from, to: end }))
}

const joined = (moments: readonly Moment[], next: Moment): readonly Moment[] => {
  const last = moments.at(-1)
  return last && last.working === next.working && last.away === next.away
    ? [...moments.slice(0, -1), { ...last, spans: [...last.spans, ...next.spans] }]
    : [...moments, next]
}
