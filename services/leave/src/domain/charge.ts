import { type Amount, days, type LocalDate, sum, weekday } from '@awayday/kernel'
import { daysOf, type Range } from './range.ts'

/** What one day of leave costs, as counted when it was asked for. `part` only where it is a half. */
export type Charge = { readonly day: LocalDate; readonly part?: 'am' | 'pm'; readonly amount: Amount }

/** A five-day week, Monday to Friday; the other days cost nothing. The one place that schedules and holidays will change. */
export const chargesOf = (range: Range): readonly Charge[] =>
  daysOf(range)
    .filter(({ day }) => weekday(day) <= 5)
    .map(({ day, part }) => (part === 'whole' ? { day, amount: days(1) } : { day, part, amount: days(0.5) }))

export const total = (charges: readonly { readonly amount: Amount }[]): Amount =>
  sum(
    'day',
    charges.map(({ amount }) => amount),
  )
