import { addDays, type LocalDate } from '@awayday/kernel'
import { policiesOf, policyOn } from '../entitlement/policy-on.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Charge } from '../time/charged.ts'
import { reaches } from '../time/first-and-last.ts'
import { partsOf } from '../time/parts-of.ts'
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
  const hasBalance = policiesOf(facts, leaveType).some(({ policy }) => policy.entitlement)
  if (!hasBalance || last < first) return []
  const turns = turnsOf(facts, leaveType, first)
  const yearEnd = yearAround(turns, first)?.last ?? last
  const course = courseOf(facts, leaveType, turns, yearEnd)
  const at = atTheStart(course)
  advance(course, at, yearEnd, unheard)
  const open = openSlots(facts, leaveType, first, last < yearEnd ? last : yearEnd)
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

/** What each day would charge on which there is a balance, less what the parts of it would that accepted leave of any type names. */
const openSlots = (facts: Facts, leaveType: string, first: LocalDate, last: LocalDate): readonly Charge[] => {
  const range = { kind: 'range', first, firstPart: 'whole', last, lastPart: 'whole' } as const
  const days = facts.leaves
    .filter(({ status, dates }) => status === 'accepted' && reaches(dates, range))
    .flatMap(({ dates }) => partsOf(dates))
    .filter(({ day }) => first <= day && day <= last)
    .flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))
  const single = dayByDay(facts, leaveType)
  const away = new Map<LocalDate, Parts>()
  for (const { day, n } of chargesFor(single, leaveType, { kind: 'days', days }))
    away.set(day, (away.get(day) ?? 0) + n)
  return chargesFor(single, leaveType, range)
    .filter(({ day }) => policyOn(facts, leaveType, day)?.policy.entitlement)
    .map((charge) => ({ ...charge, n: charge.n - (away.get(charge.day) ?? 0) }))
    .filter(({ n }) => n > 0)
}

/** Free days between and ends that are left out are a matter of leave as a whole. */
const dayByDay = (facts: Facts, leaveType: string): Facts => ({
  ...facts,
  policies: policiesOf(facts, leaveType).map((applied) => {
    const counting = { ...applied.policy.counting, sandwich: 'off', ends: 'both' } as const
    return { ...applied, policy: { ...applied.policy, counting } }
  }),
})

const taking = ({ day: on, n }: Charge): Taking => ({ on, n, of: 'charge', leave: NEW_LEAVE, source: null, fact: '' })

const byLot = (uses: readonly Use[]): readonly Usable[] =>
  [...Map.groupBy(uses, ({ holding }) => holding)].flatMap(([holding, ofLot]) =>
    holding ? [{ lot: holding.lot, n: ofLot.reduce((sum, { n }) => sum + n, 0) }] : [],
  )
