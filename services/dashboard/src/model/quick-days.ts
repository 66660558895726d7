import { addDays, type LocalDate, weekday } from '@awayday/kernel'

const FRIDAY = 5
const MONDAY = 1

/** Days that people most often want: the next working day, the next Friday and the next Monday, soonest first. */
export const quickDays = (today: LocalDate): readonly LocalDate[] => {
  const ahead = Array.from({ length: 7 }, (_, n) => addDays(today, n + 1))
  const next = ahead.find((day) => weekday(day) <= FRIDAY)
  return ahead.filter((day) => day === next || weekday(day) === FRIDAY || weekday(day) === MONDAY)
}
