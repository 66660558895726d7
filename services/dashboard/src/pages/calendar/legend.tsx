import type { CSSProperties } from 'react'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { inColourOf } from '#ui/type-name.tsx'

/** What the signs of the chart mean: letters for types, patterns for the rest. */
export const Legend = () => {
  const { t } = useWords()
  const { leaveTypes } = useRoster()
  const away = t('calendar.away')
  const first = leaveTypes[0]
  const signs = [
    ...leaveTypes.map((type) => ({ name: type.name, kind: 'whole', letter: type.name, style: inColourOf(type) })),
    { name: away, kind: 'whole', letter: away, style: inColourOf(undefined) },
    { name: t('calendar.halfDay'), kind: 'am', letter: first?.name ?? '', style: inColourOf(first) },
    { name: t('calendar.pending'), kind: 'whole sign-pending', letter: first?.name ?? '', style: inColourOf(first) },
    { name: t('calendar.free'), kind: 'weekend', letter: '', style: {} as CSSProperties },
  ]
  return (
    <section aria-label={t('calendar.legend')}>
      <ul className="legend">
        {signs.map(({ name, kind, letter, style }) => (
          <li key={name}>
            <span className={`legend-sign ${kind === 'weekend' ? 'is-weekend' : ''}`} aria-hidden="true">
              {letter ? (
                <span className={`sign sign-${kind}`} style={style}>
                  {letter.slice(0, 1)}
                </span>
              ) : null}
            </span>
            {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
