import { type LocalDate, yearOf } from '@awayday/kernel'
import { createContext, useContext, useMemo } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import type { LeaveRequest } from '#api/documents.ts'
import { dates } from '#model/dates.ts'

/** `days`: only these, and not what lies between them. */
type Range = Pick<LeaveRequest, 'first' | 'firstPart' | 'last' | 'lastPart'> & Partial<Pick<LeaveRequest, 'days'>>

/** Today at the viewer's location, as the server says: dates of this year are written shorter. */
export const Today = createContext<LocalDate | undefined>(undefined)

/** Texts in the viewer's language, dates as the viewer's locale writes them. */
export const useWords = () => {
  const { t } = useTranslation()
  const { locale } = useLocale()
  const today = useContext(Today)
  const year = today && yearOf(today)
  return useMemo(() => {
    const words = dates(locale, year)

    /** Halves by their names, hours as they are. */
    const partWords = (part: string): string =>
      part === 'am' || part === 'pm' || part === 'half' ? t(`span.part.${part}`) : part

    const withParts = (span: string, { first, firstPart, last, lastPart }: Range): string => {
      const [start, end] = [partWords(firstPart), partWords(lastPart)]
      if (first === last) return firstPart === 'whole' ? span : t('span.one', { days: span, part: start })
      if (firstPart !== 'whole' && lastPart !== 'whole') return t('span.both', { days: span, first: start, last: end })
      if (firstPart !== 'whole')
        return firstPart === 'pm' ? t('span.firstPm', { days: span }) : t('span.first', { days: span, part: start })
      if (lastPart !== 'whole')
        return lastPart === 'am' ? t('span.lastAm', { days: span }) : t('span.last', { days: span, part: end })
      return span
    }

    const written = (spanOf: (first: LocalDate, last: LocalDate) => string, range: Range): string => {
      if (!range.days) return withParts(spanOf(range.first, range.last), range)
      return range.days
        .map(({ day, part }) => withParts(spanOf(day, day), { first: day, firstPart: part, last: day, lastPart: part }))
        .join('; ')
    }
    return {
      t,
      ...words,
      /** Days with their halves: `Fri, 20 Nov, morning`. */
      days: (range: Range): string => written(words.span, range),
      /** The same in fewer letters, for lists of others: `20–24 Nov (until midday)`. */
      daysBriefly: (range: Range): string => written(words.briefSpan, range),
    }
  }, [t, locale, year])
}
