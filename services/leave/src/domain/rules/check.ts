import { differenceOf } from '../approval/difference.ts'
import type { Facts } from '../facts/facts.ts'
import type { AbsentDay } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'
import { noonOn } from '../time/work-on.ts'
import type { Broken, Finding } from './broken.ts'
import type { Company } from './company.ts'
import { findings } from './findings.ts'
import { othersBy } from './overlap-rules.ts'
import { overlapping } from './own-overlap.ts'
import type { Rule } from './rule.ts'
import { holdsOn, isFor } from './when.ts'
import type { Wish } from './wish.ts'

/**
 * Every rule that a wish breaks, in the order of the list, then overlap with own leave; whoever asks: `allowedWith` says what somebody may
 * pass over. A rule about days looks at those on which it holds; one about the whole holds if it holds on any day named. `facts` are of whoever is to be away.
 */
export const check = (wish: Wish, facts: Facts, company: Company, rules: readonly Rule[]): readonly Broken[] => {
  const named = partsOf(wish.dates).flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))
  const [first, last] = [named[0]?.day, named.at(-1)?.day]
  if (!first || !last) return []
  const added = addedBy(wish, facts, named)
  const holding = rules.flatMap((rule) => {
    const days = named.filter(
      ({ day }) => isFor(rule.when, wish.leaveType) && holdsOn(rule.when, facts, day, company.departments),
    )
    return days.length > 0 ? [{ rule, days }] : []
  })
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

const brokenBy = ({ id, name, rule, overridableBy, exception }: Rule, findings: readonly Finding[]): Broken => ({
  rule: id,
  name,
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
  const noon = named[0] && noonOn(facts, named[0].day)
  return new Set((before ? differenceOf(before.dates, dates, noon).added : named).map(keyOf))
}

const keyOf = ({ day, part }: AbsentDay): string =>
  `${day} ${typeof part === 'string' ? part : `${part.from}-${part.to}`}`
