import { addDays, LAST_DATE, type LocalDate } from '@awayday/kernel'
import { leaveYearOf } from '../entitlement/leave-year.ts'
import { policiesOf, policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { balancesOn, eventfulDays } from './balances-on.ts'
import { courseOf } from './course-of.ts'
import type { Situation } from './situation.ts'
import { turnsOf, yearAround } from './situation-of.ts'
import { takingsOf } from './takings-of.ts'

/** A day on which the balance would be below the floor, and lower than without the decision: by `short`. */
export type BelowFloor = {
  readonly on: LocalDate
  readonly short: Parts
  readonly year: Year
  /** How much lower than without it the balance is on the year's first day. */
  readonly lower: Parts
}
/** Between two carry-overs. */
export type Year = Situation['year']

/**
 * All such days if `after` took the place of `before`, oldest first. Up to the first year for which the decision `raises` what is
 * charged, it only changes days, and may go as low as each year goes anyway (leave.md, rule 6).
 */
export const belowFloor = (
  before: Facts,
  after: Facts,
  leaveType: string,
  raises: (year: Year) => boolean,
): readonly BelowFloor[] => {
  const floors = policiesOf(after, leaveType).map(({ from }) => from)
  const taken = [...lastTakings([before, after], leaveType), ...floors].sort().at(-1)
  if (!taken) return []
  const last = yearEnd(after, leaveType, addDays(yearEnd(after, leaveType, taken), 1))
  const turns = turnsOf(after, leaveType, last)
  const courses = [before, after].map((facts) => courseOf(facts, leaveType, turns, last))
  const begun = floors.filter((from) => turns[0] && turns[0] <= from)
  const days = [...new Set([...eventfulDays(courses, last), ...begun])].sort()
  const [without, together] = courses.map((course) => balancesOn(course, days))
  const steps = days.map((on, nth): Step => {
    const year = yearAround(turns, on) ?? leaveYearOf(after, leaveType, on)
    const floor = floorOn(after, leaveType, on)
    return { on, year, floor, without: without?.[nth] ?? 0, together: together?.[nth] ?? 0 }
  })
  let raised = false
  return [...Map.groupBy(steps, ({ year }) => year.first).values()].flatMap((ofYear) => {
    raised ||= ofYear.slice(0, 1).some(({ year }) => raises(year))
    return shortDays(ofYear, raised ? null : Math.min(...ofYear.map((step) => step.without)))
  })
}

type Step = {
  readonly on: LocalDate
  readonly year: Year
  readonly floor: Parts | null
  readonly without: Parts
  readonly together: Parts
}

const shortDays = (steps: readonly Step[], lowest: Parts | null): readonly BelowFloor[] => {
  const begin = steps.find(({ on, year }) => on === year.first)
  const lower = begin ? begin.without - begin.together : 0
  return steps.flatMap(({ on, year, floor, without, together }) => {
    if (floor === null) return []
    const short = Math.min(floor, lowest ?? without) - together
    return short > 0 ? [{ on, short, year, lower }] : []
  })
}

/** The last day of the year that a day is in. */
const yearEnd = (facts: Facts, leaveType: string, day: LocalDate): LocalDate =>
  (yearAround(turnsOf(facts, leaveType, day), day) ?? leaveYearOf(facts, leaveType, day)).last

/** After the last day that takes something, and the last on which another floor may begin to hold, a year may still go over with less. */
const lastTakings = (all: readonly Facts[], leaveType: string): readonly LocalDate[] =>
  all.flatMap((facts) => takingsOf(facts, leaveType, LAST_DATE).slice(-1)).map(({ on }) => on)

/** Null: without limit, as where no policy with an entitlement is in force. */
const floorOn = (facts: Facts, leaveType: string, day: LocalDate): Parts | null =>
  policyOn(facts, leaveType, day)?.policy.entitlement?.floor ?? null
