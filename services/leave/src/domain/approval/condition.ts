import type { Amount, LocalDate } from '@awayday/kernel'
import { isAmong } from '../rules/who.ts'
import type { Charge } from '../time/charged.ts'
import type { Condition } from './approval-rules.ts'
import { memberOf, type Organisation } from './organisation.ts'
import { calendarDays, type Wish } from './wish.ts'

/** Whether a wish meets a condition; where its person belongs is read as of the day it is asked. */
export const holds = (condition: Condition, wish: Wish, organisation: Organisation, on: LocalDate): boolean => {
  const { leaveTypes, leastCharged, mostCharged, leastDays, mostDays, warned } = condition
  const { person, charges } = wish
  const days = calendarDays(wish.dates)
  return (
    (leaveTypes === null || leaveTypes.includes(wish.leaveType)) &&
    isAmong(
      condition,
      { person, places: memberOf(organisation, person)?.places ?? [] },
      on,
      organisation.departments,
    ) &&
    (leastCharged === null || (isCountedIn(leastCharged, charges) && totalOf(charges) >= leastCharged.n)) &&
    (mostCharged === null || (isCountedIn(mostCharged, charges) && totalOf(charges) <= mostCharged.n)) &&
    (leastDays === null || days >= leastDays) &&
    (mostDays === null || days <= mostDays) &&
    (warned === null || warned === wish.warned)
  )
}

const isCountedIn = ({ unit }: Amount, charges: readonly Charge[]): boolean =>
  charges.every((charge) => charge.unit === unit)

const totalOf = (charges: readonly Charge[]): number => charges.reduce((sum, { n }) => sum + n, 0)
