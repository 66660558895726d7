import { addDays, type LocalDate } from '@awayday/kernel'
import { cutsOf } from '../entitlement/cuts-of.ts'
import { dayOf } from '../entitlement/days.ts'
import { grantsOf } from '../entitlement/grants-of.ts'
import { policiesOf, policyOn } from '../entitlement/policy-on.ts'
import { stageOn } from '../entitlement/stage-on.ts'
import { usableUntil } from '../entitlement/validity-of.ts'
import type { Facts } from '../facts/facts.ts'
import type { CarryOver } from '../policy/carry-over.ts'
import { type Course, course, type Turn } from './course.ts'
import { creditsOf } from './credits-of.ts'
import { takingsOf } from './takings-of.ts'

/** What happens to a leave type's lots up to a day. Carry-over days are given, at least up to the first one after that day. */
export const courseOf = (facts: Facts, leaveType: string, turns: readonly LocalDate[], until: LocalDate): Course => {
  const grants = grantsOf(facts, leaveType, until)
  const credits = creditsOf(facts, leaveType, until)
  const takings = takingsOf(facts, leaveType, until)
  const closed = facts.closedYears.filter((year) => year.leaveType === leaveType).map(({ last }) => last)
  const begins = earliest([grants[0]?.on, credits[0]?.from, takings[0]?.on, ...closed], until)
  return course({
    turns: turns.filter((on) => on > begins).map((on) => turnOn(facts, leaveType, on)),
    credits,
    grants,
    cuts: cutsOf(facts, leaveType, until),
    takings,
    orders: policiesOf(facts, leaveType).flatMap(({ from, policy: { entitlement } }) =>
      entitlement ? [{ from, order: entitlement.order }] : [],
    ),
  })
}

const earliest = (days: readonly (LocalDate | undefined)[], until: LocalDate): LocalDate =>
  days.reduce<LocalDate>((first, day) => (day && day < first ? day : first), until)

const turnOn = (facts: Facts, leaveType: string, on: LocalDate): Turn => {
  const dayBefore = addDays(on, -1)
  const applied = policyOn(facts, leaveType, dayBefore)
  const rule = (applied && stageOn(facts, applied, dayBefore)?.carryOver) ?? null
  const closed = facts.closedYears.find((year) => year.leaveType === leaveType && year.last === dayBefore)
  const pinned = closed ? closed.carry.reduce((sum, { n }) => sum + n, 0) : null
  const fact = closed?.carry.at(-1)?.fact ?? applied?.fact ?? ''
  return { on, dayBefore, rule, usableUntil: rule && limitOf(rule, on), pinned, fact }
}

/** The last usable day of what is carried; null where that is the day before the next carry-over. */
const limitOf = ({ usable }: CarryOver, on: LocalDate): LocalDate | null =>
  usableUntil(usable.kind === 'date' ? { ...usable, yearsLater: 0 } : usable, dayOf(on)).until
