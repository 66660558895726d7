import { countingOn } from '../../facts/counted-by.ts'
import { isEmployed } from '../../facts/employed.ts'
import type { Facts } from '../../facts/facts.ts'
import { slotsFor } from '../../facts/slots-for.ts'
import type { Dates } from '../../time/absence.ts'
import { leftOut } from '../../time/charges-of.ts'
import { type Freed, freedOn, NOTHING_FREED } from '../../time/freed-on.ts'
import { minutesMet } from '../../time/met.ts'
import { type NamedDay, partsOn } from '../../time/parts-of.ts'
import { planOn } from '../../time/plan-on.ts'
import { asCounted } from '../../time/weekdays-counted.ts'
import { workOf } from '../../time/work-of.ts'
import { calendarOn, noonOn } from '../../time/work-on.ts'

/** Leave that names the day; `id` null: leave that is only asked about. `said`: its charges were given, and not counted. */
type Costing = { readonly id: string | null; readonly leaveType: string; readonly dates: Dates; readonly said: boolean }

/** Why a day that leave names costs nothing, from the person outwards: the first reason that there is, by the policy that charges the day. */
export const whyFree = (
  facts: Facts,
  { id, leaveType, dates, said }: Costing,
  { day, parts }: NamedDay,
  sick: readonly string[],
): string => {
  if (!isEmployed(facts.employment, day)) return 'not employed'
  if (said) return 'not among the charges that were given'
  const counting = countingOn(facts, leaveType, day)
  const where = asCounted(facts, counting)
  const plan = planOn(where.schedules, day)
  const works = (freed: Freed): boolean =>
    parts.some((part) => minutesMet(workOf(plan, noonOn(where, day), freed), part) > 0)
  if (plan.halves === 'none') return 'nothing planned'
  if (!works(NOTHING_FREED)) return 'nothing planned in that part'
  const calendar = counting.days === 'calendar' ? undefined : calendarOn(facts, day)
  const holidays = calendar?.holidays.filter((one) => one.day === day) ?? []
  if (calendar && !works(freedOn({ ...calendar, closings: [] }, day, counting.holidays)))
    return `holiday: ${holidays.map(({ name }) => name).join(', ')}`
  const closings = calendar?.closings.filter(({ first, last }) => first <= day && day <= last) ?? []
  if (!works(freedOn(calendar, day, counting.holidays)))
    return `closing: ${closings.map(({ name }) => name).join(', ')}`
  if (leftOut(dates, day, counting.ends)) return 'left out: the policy does not charge this end of a range'
  const sickness = slotsFor(facts, facts.leaves, day, sick).find(({ state }) => state === 'sickness')
  if (sickness) return `given back: sickness "${sickness.leave}"`
  const other = facts.leaves.find(
    (leave) => leave.status === 'accepted' && leave.id !== id && partsOn(leave.dates, day).length > 0,
  )
  return other ? `charged already: leave "${other.id}"` : 'too short to cost anything'
}
