import { type LocalDate, newYearsEve } from '@awayday/kernel'
import { leaveYearOf } from '../entitlement/leave-year.ts'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { balancesOn, eventfulDays } from './balances-on.ts'
import { courseOf } from './course-of.ts'
import type { Situation } from './situation.ts'
import { turnsOf, yearAround } from './situation-of.ts'
import { takingsOf } from './takings-of.ts'

/** A day on which the balance would be below the floor, and lower than without the decision: by `short`. */
export type BelowFloor = { readonly on: LocalDate; readonly short: Parts; readonly year: Year }
/** Between two carry-overs. */
export type Year = Situation['year']

/**
 * All such days if `after` took the place of `before`, oldest first. In a year for which the decision `raises` nothing, only
 * changes days, it may go as low as it goes in that year anyway (leave.md, rule 6).
 */
export const belowFloor = (
  before: Facts,
  after: Facts,
  leaveType: string,
  raises: (year: Year) => boolean,
): readonly BelowFloor[] => {
  const last = lastTaking([before, after], leaveType)
  if (!last) return []
  const turns = turnsOf(after, leaveType, last)
  const courses = [before, after].map((facts) => courseOf(facts, leaveType, turns, last))
  const days = eventfulDays(courses, last)
  const [without, together] = courses.map((course) => balancesOn(course, days))
  const steps = days.map((on, nth): Step => {
    const year = yearAround(turns, on) ?? leaveYearOf(after, leaveType, on)
    const floor = floorOn(after, leaveType, on)
    return { on, year, floor, without: without?.[nth] ?? 0, together: together?.[nth] ?? 0 }
  })
  return [...Map.groupBy(steps, ({ year }) => year.first).values()].flatMap((ofYear) => {
    const year = ofYear[0]?.year
    return shortDays(ofYear, year && raises(year) ? null : Math.min(...ofYear.map((step) => step.without)))
  })
}

type Step = {
  readonly on: LocalDate
  readonly year: Year
  readonly floor: Parts | null
  readonly without: Parts
  readonly together: Parts
}

const shortDays = (steps: readonly Step[], lowest: Parts | null): readonly BelowFloor[] =>
  steps.flatMap(({ on, year, floor, without, together }) => {
    if (floor === null) return []
    const short = Math.min(floor, lowest ?? without) - together
    return short > 0 ? [{ on, short, year }] : []
  })

/** After the last day that takes something, a balance below its floor cannot fall. */
const lastTaking = (all: readonly Facts[], leaveType: string): LocalDate | undefined =>
  all
    .flatMap((facts) => takingsOf(facts, leaveType, LATE).slice(-1))
    .map(({ on }) => on)
    .sort()
    .at(-1)

/** Null: without limit, as where no policy with an entitlement is in force. */
const floorOn = (facts: Facts, leaveType: string, day: LocalDate): Parts | null =>
  policyOn(facts, leaveType, day)?.policy.entitlement?.floor ?? null

const LATE = newYearsEve(2199)
