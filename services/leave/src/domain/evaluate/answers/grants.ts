import { addDays, compare, type LocalDate } from '@awayday/kernel'
import type { Grant } from '../../entitlement/grant.ts'
import { grantsOf } from '../../entitlement/grants-of.ts'
import { leaveYearOf } from '../../entitlement/leave-year.ts'
import { policyOn } from '../../entitlement/policy-on.ts'
import { stageOn } from '../../entitlement/stage-on.ts'
import { isEmployed } from '../../facts/employed.ts'
import type { Facts } from '../../facts/facts.ts'
import { ledgerOf } from '../../ledger/ledger-of.ts'
import { inForce } from '../../time/in-force.ts'
import type { Json } from '../answer.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { entryJson } from '../entry-text.ts'
import { shown } from '../shown.ts'

/** What the plan grants up to a day, what of it caps withhold, and what was given by hand. */
export const grants: AnswerTo<'grants'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  const inSpan = ({ on }: { readonly on: LocalDate }): boolean => ask.from === null || ask.from <= on
  const granted = grantsOf(facts, ask.leaveType, ask.until).filter(inSpan)
  const entries = ledgerOf(facts, ask.leaveType, ask.until).entries.filter(inSpan)
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind)
  const [paid, credits, withheld] = [of('grant'), of('credit'), of('withheld')]
  return {
    unit,
    total: show(paid.reduce((sum, { n }) => sum + n, 0)),
    withheld: show(withheld.reduce((sum, entry) => sum + entry.withheld, 0)),
    grants: granted.map((grant) => grantJson(grant, show)),
    entries: [...paid, ...withheld, ...credits]
      .toSorted((a, b) => compare(a.on, b.on))
      .map((entry) => entryJson(entry, show)),
  }
}

/** What the plan pays for one leave year, whenever it is due, as far as its yearly cap lets it; and the stretches in which nothing changes. */
export const proration: AnswerTo<'proration'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  const year = leaveYearOf(facts, ask.leaveType, ask.on)
  // What is due at the end of a period, or after a waiting period, comes after the year.
  const paid = capped(
    grantsOf(facts, ask.leaveType, addDays(year.last, 800)).filter(({ leaveYear }) => leaveYear === year.first),
  )
  return {
    unit,
    year,
    total: show(paid.reduce((sum, { n }) => sum + n, 0)),
    grants: paid.map((grant) => grantJson(grant, show)),
    segments: segments(facts, ask.leaveType, year.first, year.last, show),
  }
}

/** The grants of one leave year; a balance cap depends on what is taken, and has no say here. */
const capped = (grants: readonly Grant[]): readonly Grant[] => {
  let paid = 0
  return grants.map((grant) => {
    if (grant.source !== 'plan') return grant
    const n = grant.yearlyCap === null ? grant.n : Math.min(grant.n, Math.max(0, grant.yearlyCap - paid))
    paid += n
    return { ...grant, n }
  })
}

const grantJson = (grant: Grant, show: (n: number) => string): Json => ({
  on: grant.on,
  amount: show(grant.n),
  source: grant.source,
  for: { first: grant.first, last: grant.last },
  leaveYear: grant.leaveYear,
  until: grant.until,
  carries: grant.carries,
  fact: grant.fact,
})

/** Stretches of a year with one policy, stage, schedule, and employment. */
const segments = (
  facts: Facts,
  leaveType: string,
  first: LocalDate,
  last: LocalDate,
  show: (n: number) => string,
): readonly Json[] => {
  let before = ''
  const found: { first: LocalDate; last: LocalDate; is: { readonly [member: string]: Json } }[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const is = holding(facts, leaveType, day, show)
    const same = JSON.stringify(is)
    const current = found.at(-1)
    if (current && same === before) current.last = day
    else found.push({ first: day, last: day, is })
    before = same
  }
  return found.map((segment) => ({ first: segment.first, last: segment.last, ...segment.is }))
}

const holding = (
  facts: Facts,
  leaveType: string,
  day: LocalDate,
  show: (n: number) => string,
): { readonly [member: string]: Json } => {
  const applied = policyOn(facts, leaveType, day)
  const stage = applied && stageOn(facts, applied, day)
  const schedule = inForce(facts.schedules, day)
  return {
    employed: isEmployed(facts.employment, day),
    policy: applied?.fact ?? null,
    amount: stage ? show(stage.amount) : null,
    per: stage?.per ?? null,
    schedule: schedule?.fact ?? null,
    fullTimeShare: schedule ? shown(schedule.schedule.fte, 'day') : null,
  }
}
