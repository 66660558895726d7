import type { LocalDate } from '@awayday/kernel'
import { parseLocalDate, yearOf } from '@awayday/kernel'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useState } from 'react'
import { balances } from '#data/queries.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { PartBoundary } from '#ui/boundary.tsx'
import { Button } from '#ui/button.tsx'
import { DayField } from '#ui/date-fields.tsx'
import { Figure } from '#ui/figure.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { LedgerTable } from './ledger-table.tsx'

type Props = { readonly leaveType: string; readonly onClose: () => void }

/** How a balance came to be, entry by entry, at the end of any day: past, present or to come. */
const WhyDialog = ({ leaveType, onClose }: Props) => {
  const { t } = useWords()
  const { today, typeOf } = useRoster()
  const [typed, setTyped] = useState<string>(today)
  const [day, setDay] = useState(today)
  const shown = useDeferredValue(day)

  const choose = (text: string) => {
    setTyped(text)
    setDay((before) => parseLocalDate(text) ?? before)
  }
  const ends = [
    { name: t('why.today'), day: today as string },
    { name: t('why.endOfYear'), day: `${yearOf(today)}-12-31` },
    { name: t('why.nextYear'), day: `${yearOf(today) + 1}-12-31` },
  ]
  return (
    <Sheet wide isOpen onClose={onClose} title={t('why.title', { type: typeOf(leaveType)?.name ?? '' })}>
      <div className="why-when">
        <DayField label={t('why.asOf')} open={t('why.calendar')} value={typed} onChange={choose} />
        <div className="quick">
          {ends.map((end) => (
            <Button key={end.day} onPress={() => choose(end.day)}>
              {end.name}
            </Button>
          ))}
        </div>
      </div>
      <PartBoundary>
        <Suspense fallback={<Skeleton lines={4} height={56} />}>
          <Story leaveType={leaveType} day={shown} />
        </Suspense>
      </PartBoundary>
    </Sheet>
  )
}
export default WhyDialog

const Story = ({ leaveType, day }: { readonly leaveType: string; readonly day: LocalDate }) => {
  const { t, full } = useWords()
  const { data } = useSuspenseQuery(balances(day))
  const balance = data.find((of) => of.leaveType === leaveType)
  if (!balance) return <p className="empty">{t('why.empty')}</p>
  return (
    <>
      <p className="why-sum" role="status">
        <Figure text={balance.available.text} /> {t('why.availableOn', { day: full(balance.asOf) })}
      </p>
      {balance.pending.n === 0 ? null : (
        <p className="hint">{t('why.pendingNote', { pending: balance.pending.text })}</p>
      )}
      <LedgerTable balance={balance} />
    </>
  )
}
