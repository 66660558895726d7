import { type LocalDate, parseLocalDate, yearOf } from '@awayday/kernel'

/** Entries of the year that is asked about, and those before it, which most people do not look for. */
export const byYear = <Entry extends { readonly on: LocalDate }>(
  entries: readonly Entry[],
  asOf: LocalDate,
): { readonly earlier: readonly Entry[]; readonly current: readonly Entry[] } => ({
  earlier: entries.filter(({ on }) => yearOf(on) < yearOf(asOf)),
  current: entries.filter(({ on }) => yearOf(on) >= yearOf(asOf)),
})

/** The server's sentences name days as `2026-11-20`; people read them as their language writes them. */
export const withDatesIn = (text: string, day: (date: LocalDate) => string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (named) => {
    const date = parseLocalDate(named)
    return date ? day(date) : named
  })
