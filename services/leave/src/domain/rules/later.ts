import type { LocalDate } from '@awayday/kernel'
import { dateOf, dayOf, plusLength } from '../entitlement/days.ts'
import type { Length } from '../policy/length.ts'

/** The day a length after another; `times` -1: before it. Months and years keep the day of the month, or end on the month's last day. */
export const later = (day: LocalDate, { n, unit }: Length, times: 1 | -1 = 1): LocalDate =>
  dateOf(plusLength(dayOf(day), { n: times * n, unit }))
