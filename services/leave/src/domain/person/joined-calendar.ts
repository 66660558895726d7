import { addDays, type LocalDate } from '@awayday/kernel'
import type { Calendar, Closing } from '../time/calendar.ts'

/** Calendars by the day from which each holds, until the next, as one. What closes across such a day is cut there. */
export const joinedCalendar = (calendars: readonly (readonly [LocalDate, Calendar])[]): Calendar => {
  const parts = calendars.map(([first, calendar], n) => {
    const next = calendars[n + 1]?.[0]
    return cutTo(calendar, first, next && addDays(next, -1))
  })
  return {
    holidays: parts.flatMap(({ holidays }) => holidays),
    closings: parts.flatMap(({ closings }) => closings),
  }
}

/** Both days included; undefined: without end. */
const cutTo = ({ holidays, closings }: Calendar, first: LocalDate, last: LocalDate | undefined): Calendar => ({
  holidays: holidays.filter(({ day }) => first <= day && (last === undefined || day <= last)),
  closings: closings.flatMap((closing): readonly Closing[] => {
    const from = closing.first < first ? first : closing.first
    const until = last !== undefined && last < closing.last ? last : closing.last
    return from <= until ? [{ ...closing, first: from, last: until }] : []
  }),
})
