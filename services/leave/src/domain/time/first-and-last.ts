import type { LocalDate } from '@awayday/kernel'
import type { Dates } from './absence.ts'

/** The first and the last day that leave names, whatever lies between; nothing where it names none. */
export const firstAndLast = (dates: Dates): { readonly first: LocalDate; readonly last: LocalDate } | undefined => {
  if (dates.kind === 'range') return dates.last < dates.first ? undefined : dates
  const days = dates.days.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first && last && { first, last }
}
