import type { LocalDate } from '@awayday/kernel'
import type { Dates } from './absence.ts'

/** Both days included. */
export type Days = { readonly first: LocalDate; readonly last: LocalDate }

/** The first and the last day that leave names, whatever lies between; nothing where it names none. */
export const firstAndLast = (dates: Dates): Days | undefined => {
  if (dates.kind === 'range') return dates.last < dates.first ? undefined : dates
  const days = dates.days.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first && last && { first, last }
}

/** Whether leave may name one of these days: they lie between its first and its last day, or around one. */
export const reaches = (dates: Dates, { first, last }: Days): boolean => {
  const named = firstAndLast(dates)
  return named !== undefined && named.first <= last && first <= named.last
}
