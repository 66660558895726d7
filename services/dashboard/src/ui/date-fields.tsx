import type { LocalDate } from '@awayday/kernel'
import { parseDate } from '@internationalized/date'
import type { ComponentProps, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Calendar } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { DateRangePicker } from 'react-aria-components/DateRangePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { RangeCalendar } from 'react-aria-components/RangeCalendar'
import { CalendarIcon } from './icons.tsx'
import { MonthGrid } from './month-grid.tsx'

type DayProps = {
  readonly label: string
  readonly open: string
  /** `YYYY-MM-DD`, of any year: while somebody types one, it has been 2, 20 and 202. */
  readonly value: string
  readonly onChange: (day: string) => void
}

/** One day, typed or picked. */
export const DayField = ({ label, open, value, onChange }: DayProps) => (
  <DatePicker className="field" value={parseDate(value)} onChange={(day) => day && onChange(day.toString())}>
    <Label>{label}</Label>
    <Group className="date-box">
      <DateInput className="date-input">{segment}</DateInput>
      <OpenCalendar label={open} />
    </Group>
    <Popover className="popover">
      <Dialog>
        <Calendar>
          <MonthGrid />
        </Calendar>
      </Dialog>
    </Popover>
  </DatePicker>
)

export type Days = { readonly first: string; readonly last: string }

type RangeProps = {
  readonly label: string
  readonly open: string
  readonly value: Days | undefined
  readonly onChange: (days: Days | undefined) => void
  readonly today: LocalDate
  readonly box: Ref<HTMLDivElement>
}

/** First and last day, typed or picked. */
export const DaysField = ({ label, open, value, onChange, today, box }: RangeProps) => (
  <DateRangePicker
    className="field"
    value={value ? { start: parseDate(value.first), end: parseDate(value.last) } : null}
    placeholderValue={parseDate(today)}
    onChange={(range) => onChange(range ? { first: range.start.toString(), last: range.end.toString() } : undefined)}
  >
    <Label>{label}</Label>
    <Group className="date-box" ref={box}>
      <DateInput slot="start" className="date-input">
        {segment}
      </DateInput>
      <span aria-hidden="true" className="date-dash">
        –
      </span>
      <DateInput slot="end" className="date-input">
        {segment}
      </DateInput>
      <OpenCalendar label={open} />
    </Group>
    <Popover className="popover">
      <Dialog>
        <RangeCalendar>
          <MonthGrid />
        </RangeCalendar>
      </Dialog>
    </Popover>
  </DateRangePicker>
)

const segment = (part: Parameters<ComponentProps<typeof DateInput>['children']>[0]) => (
  <DateSegment segment={part} className="date-segment" />
)

const OpenCalendar = ({ label }: { readonly label: string }) => (
  <Button className="button button-icon" aria-label={label}>
    <CalendarIcon />
  </Button>
)
