import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import type { Cell, Day, Mark } from '#model/wallchart.ts'

/** What a cell says to somebody who hears it: `Ana Costa, Friday, 20 November 2026: Vacation in the morning`. */
export const useCellWords = () => {
  const { t, full } = useWords()
  const { typeOf } = useRoster()

  const named = ({ leaveType, status }: Mark): string => {
    const type = typeOf(leaveType)?.name ?? t('calendar.away')
    return t(status === 'pending' ? 'calendar.mark.pending' : 'calendar.mark.approved', { type })
  }
  const what = ({ am, pm }: Cell, isWeekend: boolean): string => {
    if (isWeekend) return t('calendar.free')
    if (am && pm && named(am) === named(pm)) return named(am)
    const halves = [
      am ? t('calendar.half.am', { what: named(am) }) : '',
      pm ? t('calendar.half.pm', { what: named(pm) }) : '',
    ].filter(Boolean)
    return halves.join(', ') || t('calendar.atWork')
  }
  return (name: string, { date, isWeekend }: Day, cell: Cell): string =>
    t('calendar.cell', { name, day: full(date), what: what(cell, isWeekend) })
}
