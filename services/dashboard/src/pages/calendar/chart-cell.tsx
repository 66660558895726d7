import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import type { Cell, Day, Half, Mark } from '#model/wallchart.ts'
import { inColourOf } from '#ui/type-name.tsx'

type Props = {
  readonly cell: Cell
  readonly day: Day
  readonly words: string
  readonly at: string
  readonly isCurrent: boolean
}

/** A day of somebody: two halves, each with the colour, the pattern and the letter of what it is. */
export const ChartCell = ({ cell: { am, pm }, day, words, at, isCurrent }: Props) => {
  const isOne = am !== undefined && am.leaveType === pm?.leaveType && am.status === pm.status
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table around it is a grid
      role="gridcell"
      className={`chart-cell ${day.isWeekend ? 'is-weekend' : ''} ${day.isToday ? 'is-today' : ''}`}
      tabIndex={isCurrent ? 0 : -1}
      data-at={at}
      aria-label={words}
      title={am || pm ? words : undefined}
    >
      {isOne ? <Sign mark={am} part="whole" /> : null}
      {am && !isOne ? <Sign mark={am} part="am" /> : null}
      {pm && !isOne ? <Sign mark={pm} part="pm" /> : null}
    </td>
  )
}

const Sign = ({ mark: { leaveType, status }, part }: { readonly mark: Mark; readonly part: Half | 'whole' }) => {
  const { t } = useWords()
  const { typeOf } = useRoster()
  const type = typeOf(leaveType)
  return (
    <span className={`sign sign-${part} sign-${status}`} style={inColourOf(type)} aria-hidden="true">
      {(type?.name ?? t('calendar.away')).slice(0, 1)}
    </span>
  )
}
