import { useMemo } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import type { LeaveRequest } from '#api/documents.ts'
import { dates } from '#model/dates.ts'

type Range = Pick<LeaveRequest, 'first' | 'firstPart' | 'last' | 'lastPart'>

/** Texts in the viewer's language, dates as the viewer's locale writes them. */
export const useWords = () => {
  const { t } = useTranslation()
  const { locale } = useLocale()
  return useMemo(() => {
    const words = dates(locale)

    /** Days with their halves: `Fri, 20 Nov 2026, morning`. */
    const days = ({ first, firstPart, last, lastPart }: Range): string => {
      const span = words.span(first, last)
      if (first === last) return firstPart === 'whole' ? span : t(`span.${firstPart}`, { days: span })
      if (firstPart !== 'whole' && lastPart !== 'whole') {
        const [start, end] = [t(`request.part.${firstPart}`), t(`request.part.${lastPart}`)]
        return t('span.both', { days: span, first: start.toLowerCase(), last: end.toLowerCase() })
      }
      if (firstPart !== 'whole') return t(firstPart === 'am' ? 'span.firstAm' : 'span.firstPm', { days: span })
      if (lastPart !== 'whole') return t(lastPart === 'am' ? 'span.lastAm' : 'span.lastPm', { days: span })
      return span
    }

    return { t, ...words, days }
  }, [t, locale])
}
export type Words = ReturnType<typeof useWords>
