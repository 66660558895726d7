import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { balances } from '#data/queries.ts'
import { BalanceCard } from './balance-card.tsx'

export const Balances = () => {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(balances(null))
  if (data.length === 0) return <p className="empty">{t('balance.none')}</p>
  return (
    <ul className="balances">
      {data.map((balance) => (
        <li key={balance.leaveType}>
          <BalanceCard balance={balance} />
        </li>
      ))}
    </ul>
  )
}
