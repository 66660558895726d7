import { addDays, type LocalDate } from '@awayday/kernel'

/** Each day, both ends included. */
export const eachDay = (first: LocalDate, last: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
