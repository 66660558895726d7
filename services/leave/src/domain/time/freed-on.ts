import type { LocalDate } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Calendar, Half } from './calendar.ts'

/** Which halves of a day are free at a location. `half`: one more is said to be, and nobody said which. */
export type Freed = { readonly am: boolean; readonly pm: boolean; readonly half: boolean }

export const NOTHING_FREED: Freed = { am: false, pm: false, half: false }

/** What holidays and closings free of a day; with `charged` holidays free nothing. */
export const freedOn = (calendar: Calendar | undefined, day: LocalDate, holidays: Counting['holidays']): Freed => {
  if (!calendar) return NOTHING_FREED
  const closed = calendar.closings.filter(({ first, last }) => first <= day && day <= last)
  const holiday = holidays === 'free' ? calendar.holidays.filter((one) => one.day === day) : []
  return [...holiday, ...closed].reduce(freedToo, NOTHING_FREED)
}

/** What is free twice is free once. */
export const freedToo = (freed: Freed, { part }: { readonly part: 'whole' | Half }): Freed => ({
  am: freed.am || part === 'am' || part === 'whole',
  pm: freed.pm || part === 'pm' || part === 'whole',
  half: freed.half || part === 'half',
})
