import { compare, type LocalDate } from '@awayday/kernel'
import { creditPartsOf } from '../entitlement/credit-parts-of.ts'
import { policiesOf } from '../entitlement/policy-on.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import type { Taking } from './course.ts'

/** What uses lots, in the order in which it does: by day; on one day credits below zero, pay-outs, then leave by its id. */
export const takingsOf = (facts: Facts, leaveType: string, until: LocalDate): readonly Taking[] => {
  const charges = chargedDays(facts, leaveType, 'accepted')
  const others = [...negativeCreditsOf(facts, leaveType, until), ...payOutsOf(facts, leaveType)]
  return others.length === 0 ? charges : [...others, ...charges].sort(byDay)
}

/** What the days of leave charge while a policy with an entitlement is in force, by day and leave. */
export const chargedDays = (facts: Facts, leaveType: string, status: Leave['status']): readonly Taking[] => {
  const counts = countsOn(facts, leaveType)
  const takings: Taking[] = []
  for (const { id, leaveType: type, status: stands, charges, fact } of facts.leaves)
    if (type === leaveType && stands === status)
      for (const { day, n } of charges)
        if (n > 0 && counts(day)) takings.push({ on: day, n, of: 'charge', leave: id, source: null, fact })
  return isInOrder(takings) ? takings : takings.sort(byDayAndLeave)
}

/** Whether a policy with an entitlement is in force. */
const countsOn = (facts: Facts, leaveType: string): ((day: LocalDate) => boolean) => {
  const policies = policiesOf(facts, leaveType)
  const first = policies[0]
  if (!first) return () => false
  if (policies.every(({ policy }) => policy.entitlement)) return (day) => first.from <= day
  return (day) => Boolean(policies.findLast(({ from }) => from <= day)?.policy.entitlement)
}

const negativeCreditsOf = (facts: Facts, leaveType: string, until: LocalDate): readonly Taking[] =>
  facts.credits
    .filter((credit) => credit.leaveType === leaveType && credit.n < 0)
    .flatMap((credit) =>
      creditPartsOf(facts, credit, until).map(
        ({ on, n }): Taking => ({ on, n: -n, of: 'credit', leave: null, source: credit.source, fact: credit.fact }),
      ),
    )
    .sort(byDayAndFact)

const payOutsOf = ({ payOuts }: Facts, leaveType: string): readonly Taking[] =>
  payOuts
    .filter((payOut) => payOut.leaveType === leaveType && payOut.n > 0)
    .map(({ on, n, fact }): Taking => ({ on, n, of: 'payOut', leave: null, source: null, fact }))
    .sort(byDayAndFact)

const isInOrder = (takings: readonly Taking[]): boolean =>
  takings.every((taking, nth) => {
    const before = takings[nth - 1]
    return !before || byDayAndLeave(before, taking) <= 0
  })

const byDay = (a: Taking, b: Taking): number => compare(a.on, b.on)
const byDayAndLeave = (a: Taking, b: Taking): number => compare(a.on, b.on) || compare(a.leave ?? '', b.leave ?? '')
const byDayAndFact = (a: Taking, b: Taking): number => compare(a.on, b.on) || compare(a.fact, b.fact)
