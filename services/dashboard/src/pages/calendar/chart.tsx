import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { calendar } from '#data/queries.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { dayOfMonth, lastDayOf, type Month, nextMonth, previousMonth } from '#model/month.ts'
import { wallchart } from '#model/wallchart.ts'
import { ChartCell } from './chart-cell.tsx'
import { useCellWords } from './use-cell-words.ts'
import { useGridKeys } from './use-grid-keys.ts'

type Props = { readonly month: Month; readonly team: string; readonly onMonth: (month: Month) => void }

const NEARBY = { block: 'nearest', inline: 'center' } as const

/** People by days. One cell at a time is in the tab order; arrow keys move it. */
export const Chart = ({ month, team, onMonth }: Props) => {
  const { t, weekday, full, month: inWords } = useWords()
  const { people, today } = useRoster()
  const { data: away } = useSuspenseQuery(calendar(team, month, lastDayOf(month)))
  const { days, rows } = useMemo(
    () => wallchart({ month, today, team, people, away }),
    [month, today, team, people, away],
  )
  const cellWords = useCellWords()
  const todayColumn = days.findIndex(({ isToday }) => isToday)
  const grid = useGridKeys({
    rows: rows.length,
    columns: days.length,
    start: Math.max(0, todayColumn),
    onPage: (direction) => onMonth(direction < 0 ? previousMonth(month) : nextMonth(month)),
  })
  useEffect(() => {
    // Where the month is wider than the screen, today is what one looks for first.
    if (todayColumn >= 0) grid.ref.current?.querySelector('[aria-current]')?.scrollIntoView(NEARBY)
  }, [todayColumn, grid.ref])
  if (rows.length === 0) return <p className="empty">{t('calendar.nobody', { month: inWords(month) })}</p>

  const { row, column } = grid.place
  const [here, cellHere, dayHere] = [rows[row], rows[row]?.cells[column], days[column]]
  return (
    <>
      <div className="chart-frame card">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table may be a grid, as the grid pattern has it
          role="grid"
          className="chart"
          aria-label={t('calendar.grid', { month: inWords(month) })}
          aria-rowcount={rows.length + 1}
          ref={grid.ref}
          onKeyDown={grid.onKeyDown}
          onFocus={grid.onFocus}
        >
          <thead>
            <tr>
              <th scope="col" className="chart-name">
                {t('calendar.person')}
              </th>
              {days.map(({ date, isWeekend, isToday }) => (
                <th
                  key={date}
                  scope="col"
                  className={`chart-day ${isWeekend ? 'is-weekend' : ''} ${isToday ? 'is-today' : ''}`}
                  aria-current={isToday ? 'date' : undefined}
                >
                  <abbr title={full(date)}>
                    <span>{weekday(date)}</span>
                    <strong>{dayOfMonth(date)}</strong>
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, name, cells }, r) => (
              <tr key={person}>
                <th scope="row" className="chart-name">
                  {name}
                </th>
                {days.map((day, c) => {
                  const cell = cells[c] // cells are the same elements in every month, so the focus stays where it is
                  return cell ? (
                    <ChartCell
                      key={dayOfMonth(day.date)}
                      cell={cell}
                      day={day}
                      words={cellWords(name, day, cell)}
                      at={`${r} ${c}`}
                      isCurrent={r === row && c === column}
                    />
                  ) : null
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="chart-reading" aria-hidden="true">
        {here && cellHere && dayHere && grid.isUsed ? cellWords(here.name, dayHere, cellHere) : t('calendar.nothing')}
      </p>
      <p className="hint chart-keys">{t('calendar.hint')}</p>
    </>
  )
}
