import { useState } from 'react'
import type { Balance } from '#api/documents.ts'
import { useWords } from '#i18n/use-words.ts'
import { byYear, withDatesIn } from '#model/ledger.ts'
import { Button } from '#ui/button.tsx'

/** Every plus and minus, oldest first, each with the event that is its reason. */
export const LedgerTable = ({ balance: { entries, asOf } }: { readonly balance: Balance }) => {
  const { t, plain, full } = useWords()
  const [showsAll, setShowsAll] = useState(false)
  const { earlier, current } = byYear(entries, asOf)
  if (entries.length === 0) return <p className="empty">{t('why.empty')}</p>
  return (
    <>
      {earlier.length > 0 ? (
        <Button look="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('why.lessYears') : t('why.moreYears', { count: earlier.length })}
        </Button>
      ) : null}
      <table className="ledger">
        <caption className="visually-hidden">{t('why.table', { day: full(asOf) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('why.date')}</th>
            <th scope="col">{t('why.what')}</th>
            <th scope="col" className="number">
              {t('why.change')}
            </th>
            <th scope="col" className="number">
              {t('why.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(showsAll ? entries : current).map(({ on, kind, amount, balance, event, text }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event may have several entries on a day, and rows keep no state
            <tr key={n}>
              <td className="ledger-date">
                <time dateTime={on}>{plain(on)}</time>
              </td>
              <td>
                {withDatesIn(text, plain)}
                <span className="ledger-event" title={t('why.event', { event })}>
                  {event}
                </span>
              </td>
              <td className={`number ledger-${amount.n < 0 ? 'minus' : 'plus'} ledger-${kind}`}>{signed(amount)}</td>
              <td className="number ledger-balance">{balance.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A plus is written too, and a minus with the sign that is as wide. */
const signed = ({ n, text }: { readonly n: number; readonly text: string }): string =>
  n < 0 ? text.replace('-', '−') : `+${text}`
