import { epochDay, type LocalDate } from '@awayday/kernel'

/** Dates as people write them in a language. Civil dates have no zone, so they are formatted in UTC, as which they are read. */
export const dates = (locale: string) => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const [full, short, spans, numeric, monthAndYear, narrow] = [
    format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    format({ weekday: 'short', day: 'numeric', month: 'short' }),
    format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    format({ day: 'numeric', month: 'short', year: 'numeric' }),
    format({ month: 'long', year: 'numeric' }),
    format({ weekday: 'narrow' }),
  ]
  return {
    /** Friday, 20 November 2026 */
    full: (date: LocalDate): string => full.format(at(date)),
    /** Fri, 20 Nov */
    short: (date: LocalDate): string => short.format(at(date)),
    /** 20 Nov 2026 */
    plain: (date: LocalDate): string => numeric.format(at(date)),
    /** Fri 20 – Tue 24 Nov 2026; one day alone once. */
    span: (first: LocalDate, last: LocalDate): string => spans.formatRange(at(first), at(last)),
    /** November 2026 */
    month: (date: LocalDate): string => monthAndYear.format(at(date)),
    /** F */
    weekday: (date: LocalDate): string => narrow.format(at(date)),
  }
}
export type Dates = ReturnType<typeof dates>

const DAY_MS = 86_400_000
const at = (date: LocalDate): number => epochDay(date) * DAY_MS
