import i18next from 'i18next'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { moved, type Place } from '#model/grid-moves.ts'

type Size = {
  readonly rows: number
  readonly columns: number
  /** The column that is reached first. */
  readonly start: number
  readonly onPage: (direction: -1 | 1) => void
}

/** The keyboard of a grid: one cell is in the tab order, keys move it, a click or a tap does too. */
export const useGridKeys = ({ rows, columns, start, onPage }: Size) => {
  const ref = useRef<HTMLTableElement>(null)
  const [chosen, setChosen] = useState<Place>()
  const wished = chosen ?? { row: 0, column: start }
  // Another month may have fewer days, another team fewer people.
  const place = { row: Math.min(wished.row, rows - 1), column: Math.min(wished.column, columns - 1) }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault()
      return onPage(event.key === 'PageUp' ? -1 : 1)
    }
    const next = moved(place, event, { rows, columns, isRtl: i18next.dir() === 'rtl' })
    if (!next) return
    event.preventDefault()
    ref.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus()
  }
  const onFocus = ({ target }: FocusEvent) => {
    const at = target instanceof HTMLElement ? target.dataset['at'] : undefined
    if (at === undefined) return
    const [row = 0, column = 0] = at.split(' ').map(Number)
    setChosen({ row, column })
  }
  return { ref, place, isUsed: chosen !== undefined, onKeyDown, onFocus }
}
