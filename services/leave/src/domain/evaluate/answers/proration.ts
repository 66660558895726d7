import { courseOf } from '../../entitlement/course.ts'
import { dateOf, dayOf } from '../../entitlement/days.ts'
import { grantsOfYear } from '../../entitlement/grants-of.ts'
import { leaveYearOf } from '../../entitlement/leave-year.ts'
import { policyOn } from '../../entitlement/policy-on.ts'
import type { Segment } from '../../entitlement/segments.ts'
import { stageOf } from '../../entitlement/terms.ts'
import { isEmployed } from '../../facts/employed.ts'
import type { Facts } from '../../facts/facts.ts'
import { withinYearlyCap } from '../../ledger/caps.ts'
import { inForceOrFirst } from '../../time/in-force.ts'
import type { Json } from '../answer.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { shown } from '../shown.ts'
import { grantJson } from './grants.ts'

/** What the plan pays for one leave year, whenever it is due, as far as its yearly cap lets it; and the stretches in which nothing changes. */
export const proration: AnswerTo<'proration'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  const year = leaveYearOf(facts, ask.leaveType, ask.on)
  const paid = withinYearlyCap(grantsOfYear(facts, ask.leaveType, year))
  const stretch = { first: dayOf(year.first), last: dayOf(year.last) }
  const segments = courseOf(facts, ask.leaveType, stretch.last)?.segmentsOf(stretch) ?? []
  return {
    unit,
    year,
    total: show(paid.reduce((sum, { n }) => sum + n, 0)),
    grants: paid.map((grant) => grantJson(grant, show)),
    segments: segments.map((segment) => segmentJson(facts, ask.leaveType, segment, show)),
  }
}

/** `amount` null: nothing is earned, as nobody is employed, no plan is in force, its first stage has not begun, or what is earned while waiting is lost. */
const segmentJson = (facts: Facts, leaveType: string, segment: Segment, show: (n: number) => string): Json => {
  const [first, last] = [dateOf(segment.first), dateOf(segment.last)]
  const stage = segment.employed && segment.terms ? stageOf(segment.terms, segment.first) : null
  const { schedule } = segment
  return {
    first,
    last,
    employed: isEmployed(facts.employment, first),
    policy: policyOn(facts, leaveType, first)?.fact ?? null,
    amount: stage && show(stage.amount),
    per: stage?.per ?? null,
    schedule: inForceOrFirst(facts.schedules, first)?.fact ?? null,
    fullTimeShare: schedule && shown(schedule.fte, 'day'),
  }
}
