import type { Balance } from '#api/documents.ts'
import { useWords } from '#i18n/use-words.ts'

/** Every plus and minus, oldest first, each with the event that is its reason. */
export const LedgerTable = ({ balance: { entries, asOf } }: { readonly balance: Balance }) => {
  const { t, plain, full } = useWords()
  if (entries.length === 0) return <p className="empty">{t('why.empty')}</p>
  return (
    <div className="ledger-frame">
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
          {entries.map(({ on, kind, amount, balance, event, text }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event may have several entries on a day, and rows keep no state
            <tr key={n}>
              <td className="ledger-date">
                <time dateTime={on}>{plain(on)}</time>
              </td>
              <td>
                {text}
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
    </div>
  )
}

/** A plus is written too, and a minus with the sign that is as wide. */
const signed = ({ n, text }: { readonly n: number; readonly text: string }): string =>
  n < 0 ? text.replace('-', '−') : `+${text}`
