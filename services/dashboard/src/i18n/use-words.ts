import { type LocalDate, yearOf } from '@awayday/kernel'
import { createContext, useContext, useMemo } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import type { LeaveRequest } from '#api/documents.ts'
import { dates } from '#model/dates.ts'

type Range = Pick<LeaveRequest, 'first' | 'firstPart' | 'last' | 'lastPart'>

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

    const withParts = (span: string, { first, firstPart, last, lastPart }: Range): string => {
      if (first === last) return firstPart === 'whole' ? span : t(`span.${firstPart}`, { days: span })
      if (firstPart !== 'whole' && lastPart !== 'whole') {
        const [start, end] = [t(`request.part.${firstPart}`), t(`request.part.${lastPart}`)]
        return t('span.both', { days: span, first: start.toLowerCase(), last: end.toLowerCase() })
      }
      if (firstPart !== 'whole') return t(firstPart === 'am' ? 'span.firstAm' : 'span.firstPm', { days: span })
      if (lastPart !== 'whole') return t(lastPart === 'am' ? 'span.lastAm' : 'span.lastPm', { days: span })
      return span
    }
    return {
      t,
      ...words,
      /** Days with their halves: `Fri, 20 Nov, morning`. */
      days: (range: Range): string => withParts(words.span(range.first, range.last), range),
      /** The same in fewer letters, for lists of others: `20–24 Nov (until midday)`. */
      daysBriefly: (range: Range): string => withParts(words.briefSpan(range.first, range.last), range),
    }
  }, [t, locale, year])
}
