import { addDays, type LocalDate, parseLocalDate } from '@awayday/kernel'

/** A calendar month, named by its first day. */
export type Month = LocalDate

export const monthOf = (date: LocalDate): Month => addDays(date, 1 - dayOfMonth(date))

export const nextMonth = (month: Month): Month => monthOf(addDays(month, 31))
export const previousMonth = (month: Month): Month => monthOf(addDays(month, -1))
export const lastDayOf = (month: Month): LocalDate => addDays(nextMonth(month), -1)

export const daysOf = (month: Month): readonly LocalDate[] =>
  Array.from({ length: dayOfMonth(lastDayOf(month)) }, (_, n) => addDays(month, n))

export const dayOfMonth = (date: LocalDate): number => Number(date.slice(8))

/** `2026-11`, as it stands in an address. */
export const monthText = (month: Month): string => month.slice(0, 7)
export const parseMonth = (text: string | null): Month | undefined => parseLocalDate(`${text}-01`)
