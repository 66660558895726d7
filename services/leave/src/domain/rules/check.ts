import type { LocalDate } from '@awayday/kernel'
import { differenceOf } from '../approval/difference.ts'
import type { Facts } from '../facts/facts.ts'
import type { AbsentDay, Dates } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'
import { noonOn } from '../time/work-on.ts'
import type { Broken, Finding } from './broken.ts'
import type { Company } from './company.ts'
import { findings } from './findings.ts'
import { demandFor, demandsIn, othersBy } from './overlap-rules.ts'
import { overlapping } from './own-overlap.ts'
import type { Rule } from './rule.ts'
import { holdsOn, isFor } from './when.ts'
import type { Wish } from './wish.ts'

/**
 * Every rule that a wish breaks, in the order of the list, then overlap with own leave; whoever asks: `allowedWith` says what somebody may
 * pass over. A rule about days looks at those on which it holds; one about the whole holds if it holds on any day named. `facts` are of whoever is to be away.
 */
export const check = (wish: Wish, facts: Facts, company: Company, rules: readonly Rule[]): readonly Broken[] => {
  const named = namedIn(wish.dates)
  const [first, last] = [named[0]?.day, named.at(-1)?.day]
  if (!first || !last) return []
  const added = addedBy(wish, facts, named)
  const holding = holdingFor(wish, named, facts, company, rules)
  const broken = holding.map(({ rule, days }) => {
    const { when, rule: demand } = rule
    const fresh = days.filter((day) => added.has(keyOf(day)))
    return brokenBy(
      rule,
      demand.kind === 'overlap' ? [] : findings(demand, { wish, facts, company, when, first, last, days, fresh }),
    )
  })
  const overlaps = othersBy(
    wish,
    facts,
    company.leaveTypes,
    holding.map(({ rule }) => rule),
  )
  return [
    ...broken,
    ...overlaps.map(({ rule, demand, leaves }) => brokenBy(rule, overlapping(demand, leaves, wish, facts))),
  ].filter(({ findings }) => findings.length > 0)
}

const namedIn = (dates: Dates): readonly AbsentDay[] =>
  partsOf(dates).flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))

type Holding = { readonly rule: Rule; readonly days: readonly AbsentDay[] }

/** The rules that hold for a wish, and the days named on which they do. */
const holdingFor = (
  { leaveType }: Pick<Wish, 'leaveType'>,
  named: readonly AbsentDay[],
  facts: Facts,
  { departments }: Pick<Company, 'departments'>,
  rules: readonly Rule[],
): readonly Holding[] =>
  rules.flatMap((rule) => {
    const days = named.filter(({ day }) => isFor(rule.when, leaveType) && holdsOn(rule.when, facts, day, departments))
    return days.length > 0 ? [{ rule, days }] : []
  })

/** Whether a rule of the company, and not the engine, says how far a wish may overlap the person's own leave of a type. */
export const overlapIsRuled = (
  { leaveType, dates }: Pick<Wish, 'leaveType' | 'dates'>,
  facts: Facts,
  company: Pick<Company, 'departments'>,
  rules: readonly Rule[],
): ((other: string) => boolean) => {
  const demands = demandsIn(holdingFor({ leaveType }, namedIn(dates), facts, company, rules).map(({ rule }) => rule))
  return (other) => demandFor(demands, other) !== undefined
}

const brokenBy = ({ id, rule, overridableBy, exception }: Rule, findings: readonly Finding[]): Broken => ({
  rule: id,
  kind: rule.kind,
  findings,
  overridableBy,
  exception,
})

/** What is not accepted already: of a change of accepted leave only the difference is new. */
const addedBy = (
  { request, leaveType, dates }: Wish,
  facts: Facts,
  named: readonly AbsentDay[],
): ReadonlySet<string> => {
  const before = facts.leaves.find(
    (leave) => leave.id === request && leave.status === 'accepted' && leave.leaveType === leaveType,
  )
  const noons = (day: LocalDate) => noonOn(facts, day)
  return new Set((before ? differenceOf(before.dates, dates, noons).added : named).map(keyOf))
}

const keyOf = ({ day, part }: AbsentDay): string =>
  `${day} ${typeof part === 'string' ? part : `${part.from}-${part.to}`}`
