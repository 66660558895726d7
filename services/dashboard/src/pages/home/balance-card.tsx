import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Balance } from '#api/documents.ts'
import { useRoster } from '#data/use-roster.ts'
import { Button } from '#ui/button.tsx'
import { Figure } from '#ui/figure.tsx'
import { inColourOf, TypeName } from '#ui/type-name.tsx'
import { BalanceBar } from './balance-bar.tsx'

const WhyDialog = lazy(() => import('./why-dialog.tsx'))

/** What can still be taken, large; how that comes about, small; and the whole story behind a button. */
export const BalanceCard = ({ balance }: { readonly balance: Balance }) => {
  const { t } = useTranslation()
  const { typeOf } = useRoster()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const type = typeOf(balance.leaveType)
  return (
    <article className="card balance" style={inColourOf(type)} aria-labelledby={id}>
      <div className="balance-head">
        <h3 id={id}>
          <TypeName type={type} />
        </h3>
        <Button look="quiet" aria-describedby={id} onPress={() => setOpen(true)}>
          {t('balance.why')}
        </Button>
      </div>
      <p className="balance-available">
        <Figure text={balance.available.text} /> <span>{t('balance.available')}</span>
      </p>
      <BalanceBar balance={balance} />
      <dl className="balance-parts">
        {parts.map((part) => (
          <div key={part} className={`part part-${part}`}>
            <dt>{t(`balance.${part}`)}</dt>
            <dd>{balance[part].text}</dd>
          </div>
        ))}
      </dl>
      <Suspense fallback={null}>
        {isOpen ? <WhyDialog leaveType={balance.leaveType} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </article>
  )
}

const parts = ['entitled', 'taken', 'booked', 'pending', 'expired'] as const
