import { Suspense, useDeferredValue } from 'react'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { useSearchParams } from 'wouter'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { type Month, monthOf, monthText, nextMonth, parseMonth, previousMonth } from '#model/month.ts'
import { PartBoundary } from '#ui/boundary.tsx'
import { Button } from '#ui/button.tsx'
import { NextIcon, PreviousIcon } from '#ui/icons.tsx'
import { Page } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Chart } from './chart.tsx'
import { Legend } from './legend.tsx'

/** Who of a team is away when, month by month. Team and month stand in the address, so that both can be sent to somebody. */
const CalendarPage = () => {
  const { t, month: inWords } = useWords()
  const { me, teams, today } = useRoster()
  const [asked, setAsked] = useSearchParams()
  const month = parseMonth(asked.get('month')) ?? monthOf(today)
  const team = teams.find(({ id }) => id === asked.get('team'))?.id ?? me.team
  const shown = useDeferredValue({ month, team })

  const go = (to: Month) => setAsked({ ...Object.fromEntries(asked), month: monthText(to) }, { replace: true })
  return (
    <Page title={t('calendar.title')}>
      <div className="calendar-tools">
        <Select
          className="field select"
          value={team}
          onChange={(to) => setAsked({ ...Object.fromEntries(asked), team: String(to) }, { replace: true })}
        >
          <Label>{t('calendar.team')}</Label>
          <Button>
            <SelectValue />
            <NextIcon />
          </Button>
          <Popover className="popover">
            <ListBox className="list">
              {teams.map(({ id, name }) => (
                <ListBoxItem key={id} id={id} className="list-item">
                  {name}
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </Select>
        <div className="calendar-month">
          <Button look="icon" aria-label={t('calendar.previous')} onPress={() => go(previousMonth(month))}>
            <PreviousIcon />
          </Button>
          <h2 aria-live="polite">{inWords(month)}</h2>
          <Button look="icon" aria-label={t('calendar.next')} onPress={() => go(nextMonth(month))}>
            <NextIcon />
          </Button>
          <Button onPress={() => go(monthOf(today))}>{t('calendar.today')}</Button>
        </div>
      </div>
      <PartBoundary>
        <Suspense fallback={<Skeleton lines={1} height={440} />}>
          <Chart {...shown} onMonth={go} />
        </Suspense>
      </PartBoundary>
      <Legend />
    </Page>
  )
}
export default CalendarPage
