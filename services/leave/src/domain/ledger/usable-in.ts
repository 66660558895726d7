import { addDays, type LocalDate } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Policy } from '../policy/policy.ts'
import type { Charge } from '../time/charged.ts'
import { chargesOf } from '../time/charges-of.ts'
import type { Taking } from './course.ts'
import { courseOf } from './course-of.ts'
import { unheard } from './journal.ts'
import type { Lot } from './lot.ts'
import { orderOn } from './order-of-use.ts'
import { atTheStart } from './position.ts'
import { turnsOf, yearAround } from './situation-of.ts'
import { advance } from './timeline.ts'
import type { Use } from './uses.ts'
import { lotsOn, usesOf } from './uses-of.ts'
import { NEW_LEAVE, withLeave } from './with-leave.ts'

/** What can be used of a lot. */
export type Usable = { readonly lot: Lot; readonly n: Parts }

/**
 * What can be used from `first` to `last` if every worked slot on which the person is not away already is taken: each lot only as
 * far as worked slots up to its last usable day can use it, and accepted leave does not need it. By lot, as they are used.
 */
export const usableIn = (facts: Facts, leaveType: string, first: LocalDate, last: LocalDate): readonly Usable[] => {
  const policy = policyOn(facts, leaveType, first)?.policy
  if (!policy?.entitlement || last < first) return []
  const turns = turnsOf(facts, leaveType, first)
  const yearEnd = yearAround(turns, first)?.last ?? last
  const course = courseOf(facts, leaveType, turns, yearEnd)
  const at = atTheStart(course)
  advance(course, at, yearEnd, unheard)
  const open = openSlots(facts, policy, first, last < yearEnd ? last : yearEnd)
  const uses = usesOf(open.map(taking), at.year, lotsOn(orderOn(course)))
  return [...byLot(uses), ...(last > yearEnd ? usableAfter(facts, leaveType, uses, yearEnd, last) : [])]
}

/** What this year uses is not carried into the next. */
const usableAfter = (
  facts: Facts,
  leaveType: string,
  uses: readonly Use[],
  yearEnd: LocalDate,
  last: LocalDate,
): readonly Usable[] => {
  const charges = uses
    .filter(({ holding }) => holding)
    .map(({ on, n }): Charge => ({ day: on, part: 'whole', unit: 'day', n }))
  const taken = withLeave(facts, { leave: `${NEW_LEAVE} ${yearEnd}`, leaveType, charges })
  return usableIn(taken, leaveType, addDays(yearEnd, 1), last)
}

/** What each day would charge, less what accepted leave of any type charges already. */
const openSlots = (facts: Facts, policy: Policy, first: LocalDate, last: LocalDate): readonly Charge[] => {
  const counting = { ...policy.counting, sandwich: 'off', ends: 'both' } as const
  const range = { kind: 'range', first, firstPart: 'whole', last, lastPart: 'whole' } as const
  const away = new Map<LocalDate, Parts>()
  for (const { status, charges } of facts.leaves)
    if (status === 'accepted')
      for (const { day, unit, n } of charges)
        away.set(day, (away.get(day) ?? 0) + (unit === policy.unit ? n : Number.POSITIVE_INFINITY))
  return chargesOf(facts, range, counting, policy.unit)
    .map((charge) => ({ ...charge, n: charge.n - (away.get(charge.day) ?? 0) }))
    .filter(({ n }) => n > 0)
}

const taking = ({ day: on, n }: Charge): Taking => ({ on, n, of: 'charge', leave: NEW_LEAVE, source: null, fact: '' })

const byLot = (uses: readonly Use[]): readonly Usable[] =>
  [...Map.groupBy(uses, ({ holding }) => holding)].flatMap(([holding, ofLot]) =>
    holding ? [{ lot: holding.lot, n: ofLot.reduce((sum, { n }) => sum + n, 0) }] : [],
  )
