import type { Grant } from '#domain/entitlement/grant.ts'
import type { Validity } from '#domain/policy/plan.ts'
import { type DayNo, dateOf, dayIn, nextMonthDay, plus, ymd } from './almanac.ts'

/** The last usable day of what is granted on a day. */
export const validUntil = (validity: Validity, on: DayNo): Pick<Grant, 'carries' | 'until'> => {
  switch (validity.kind) {
    case 'untilCarryOver':
      return { carries: true, until: null }
    case 'unlimited':
      return { carries: false, until: null }
    case 'length':
      return { carries: false, until: dateOf(plus(on, validity.length) - 1) }
    case 'date': {
      const { y } = ymd(nextMonthDay(on, validity.date))
      return { carries: false, until: dateOf(dayIn(y + validity.yearsLater, validity.date.month, validity.date.day)) }
    }
    default:
      return validity satisfies never
  }
}
