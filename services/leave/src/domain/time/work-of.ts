import { PARTS_PER_UNIT } from '@awayday/kernel'
import type { Freed } from './freed-on.ts'
import type { DayPlan, Minute, Span } from './schedule.ts'

/** What stays worked of a day's plan. */
export type DayWork = {
  readonly plan: DayPlan
  /** Where the morning ends. */
  readonly noon: Minute
  /** Whether the half may be worked; both may, though only one is, where nobody said which. */
  readonly am: boolean
  readonly pm: boolean
  /** How many halves are worked. */
  readonly halves: 0 | 1 | 2
  /** How long is worked, n in 1/10,000 of a minute. */
  readonly minutes: number
  /** When work may be, in order and apart; empty where the plan has no times. All of it is worked, unless that is more than `minutes`. */
  readonly times: readonly Span[]
}

/**
 * A plan less what is free. A half without a side leaves one half less than planned, whichever that is; where a named
 * half is free as well it may be the same one, as what is free twice is free once. A planned half without a side is
 * where the free half is, as it would be for leave.
 */
export const workOf = (plan: DayPlan, noon: Minute, freed: Freed): DayWork => {
  const anywhere = plan.halves === 'half'
  const am = mornings.has(plan.halves) && !freed.am && !(anywhere && freed.pm)
  const pm = afternoons.has(plan.halves) && !freed.pm && !(anywhere && freed.am)
  const planned = plannedHalves(plan)
  const most = freed.half ? planned - 1 : planned
  const halves = atMostTwo(Math.min(most, Number(am) + Number(pm)))
  if (halves === 0) return { plan, noon, am: false, pm: false, halves, minutes: 0, times: [] }
  const half = minutesOfAHalf(plan)
  const times = plan.halves === 'whole' ? plan.times.flatMap((span) => stillWorked(span, noon, freed)) : plan.times
  const placed = plan.times.length > 0 ? lengthOf(times) : half * (anywhere ? 1 : Number(am) + Number(pm))
  return { plan, noon, am, pm, halves, minutes: Math.min(placed, half * most), times }
}

/** The minutes of a day in which there may be work, as far as they lie in `span`: anywhere in a worked half where nobody said when. */
export const workWithin = ({ plan, noon, am, pm, times }: DayWork, span: Span): readonly Span[] =>
  (plan.times.length > 0 ? times : [{ from: am ? 0 : noon, to: pm ? DAY_ENDS : noon }]).flatMap((time) =>
    meeting(time, span),
  )

/** How many halves a plan names. */
export const plannedHalves = ({ halves }: DayPlan): 0 | 1 | 2 => (halves === 'whole' ? 2 : halves === 'none' ? 0 : 1)

/** An equal share of the planned time for each planned half, n in 1/10,000 of a minute; a whole number, as a minute has 10,000 parts. */
export const minutesOfAHalf = (plan: DayPlan): number =>
  plan.halves === 'whole' ? plan.minutes * (PARTS_PER_UNIT / 2) : plan.minutes * PARTS_PER_UNIT

/** How long spans are that lie apart, n in 1/10,000 of a minute. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + (to - from) * PARTS_PER_UNIT, 0)

/** What lies in both; nothing where they only touch. */
export const meeting = (a: Span, b: Span): readonly Span[] => {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  return from < to ? [{ from, to }] : []
}

/** Minutes in a day, so the end of its last one. */
export const DAY_ENDS: Minute = 1440

const mornings: ReadonlySet<DayPlan['halves']> = new Set(['whole', 'am', 'half'])
const afternoons: ReadonlySet<DayPlan['halves']> = new Set(['whole', 'pm', 'half'])

const stillWorked = (span: Span, noon: Minute, freed: Freed): readonly Span[] => {
  if (freed.am) return freed.pm ? [] : meeting(span, { from: noon, to: DAY_ENDS })
  return freed.pm ? meeting(span, { from: 0, to: noon }) : [span]
}

const atMostTwo = (n: number): 0 | 1 | 2 => (n >= 2 ? 2 : n >= 1 ? 1 : 0)
