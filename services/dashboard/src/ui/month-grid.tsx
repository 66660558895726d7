import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar'
import { NextIcon, PreviousIcon } from './icons.tsx'

/** What the calendars of a date field and of a range field have in common. */
export const MonthGrid = (): ReactNode => (
  <>
    <div className="month-head">
      <Button slot="previous" className="button button-icon">
        <PreviousIcon />
      </Button>
      <CalendarHeading />
      <Button slot="next" className="button button-icon">
        <NextIcon />
      </Button>
    </div>
    <CalendarGrid className="month" weekdayStyle="short">
      {(date) => <CalendarCell date={date} className="month-day" />}
    </CalendarGrid>
  </>
)
