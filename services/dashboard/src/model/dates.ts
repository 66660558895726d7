import { epochDay, type LocalDate, yearOf } from '@awayday/kernel'

/**
 * Dates as people write them in a language. Civil dates have no zone, so they are formatted in UTC, as which they are read.
 * Spans within `thisYear` do not name it.
 */
export const dates = (locale: string, thisYear?: number) => {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, ...UTC })
  const [dayAndMonth, year] = [{ day: 'numeric', month: 'short' } as const, { year: 'numeric' } as const]
  const weekdays = { weekday: 'short' } as const
  const full = format({ weekday: 'long', day: 'numeric', month: 'long', ...year })
  const short = format({ ...weekdays, ...dayAndMonth })
  const plain = format({ ...dayAndMonth, ...year })
  const monthAndYear = format({ month: 'long', ...year })
  const narrow = format({ weekday: 'narrow' })

  const spans = (options: Intl.DateTimeFormatOptions) => {
    const [within, beyond] = [format(options), format({ ...options, ...year })]
    return (first: LocalDate, last: LocalDate): string => {
      const isThisYear = yearOf(first) === thisYear && yearOf(last) === thisYear
      return (isThisYear ? within : beyond).formatRange(at(first), at(last))
    }
  }
  return {
    /** Friday, 20 November 2026 */
    full: (date: LocalDate): string => full.format(at(date)),
    /** Fri, 20 Nov */
    short: (date: LocalDate): string => short.format(at(date)),
    /** 20 Nov 2026 */
    plain: (date: LocalDate): string => plain.format(at(date)),
    /** Fri 20 – Tue 24 Nov; one day alone once. */
    span: spans({ ...weekdays, ...dayAndMonth }),
    /** 20–24 Nov */
    briefSpan: spans(dayAndMonth),
    /** November 2026 */
    month: (date: LocalDate): string => monthAndYear.format(at(date)),
    /** F */
    weekday: (date: LocalDate): string => narrow.format(at(date)),
  }
}

const UTC = { timeZone: 'UTC' } as const
const DAY_MS = 86_400_000
const at = (date: LocalDate): number => epochDay(date) * DAY_MS
