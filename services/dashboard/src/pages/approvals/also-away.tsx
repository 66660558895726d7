import type { Away } from '#api/documents.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'

/** Who else of the team is away on these days. */
export const AlsoAway = ({ away }: { readonly away: readonly Away[] }) => {
  const { t, daysBriefly } = useWords()
  const { nameOf } = useRoster()
  if (away.length === 0) return t('approvals.nobodyAway')
  return (
    <ul className="also-away">
      {away.map((leave) => (
        <li key={`${leave.person} ${leave.first} ${leave.firstPart}`}>
          <strong>{nameOf(leave.person)}</strong>{' '}
          {leave.status === 'pending' ? t('approvals.awayPending', { days: daysBriefly(leave) }) : daysBriefly(leave)}
        </li>
      ))}
    </ul>
  )
}
