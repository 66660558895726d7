import { useId, useState } from 'react'
import type { Waiting } from '#api/documents.ts'
import { leaveOfOthersChanged } from '#data/changes.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { Avatar } from '#ui/avatar.tsx'
import { BeforeAfter } from '#ui/before-after.tsx'
import { Button } from '#ui/button.tsx'
import { Figure } from '#ui/figure.tsx'
import { ProblemNote, TroubleNote } from '#ui/note.tsx'
import { inColourOf, TypeName } from '#ui/type-name.tsx'
import { AlsoAway } from './also-away.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { useApproval } from './use-decision.ts'

type Props = { readonly item: Waiting; readonly onDecided: (words: string) => void }

/** One request: who, when, why, what it does to the balance, and who else is away. */
export const WaitingCard = ({ item, onDecided }: Props) => {
  const { request, availableBefore: before, availableAfter: after, brokenRules, holidays, alsoAway } = item
  const { t, days, plain } = useWords()
  const { nameOf, teamOf, typeOf } = useRoster()
  const [isDeclining, setDeclining] = useState(false)
  const name = nameOf(request.person)
  const id = useId()
  const approving = useApproval(() => onDecided(t('approvals.approved', { name, days: days(request) })))
  // Whoever approves has seen the rules that the card shows; of others they hear first, and the card is read again.
  const inSpiteOf = brokenRules.map(({ rule }) => rule)
  const approval = { person: request.person, request: request.id, answer: null, inSpiteOf }
  return (
    <article className="card waiting" aria-labelledby={id} style={inColourOf(typeOf(request.leaveType))}>
      <header className="waiting-who">
        <Avatar name={name} />
        <div>
          <h2 id={id}>{name}</h2>
          <p className="hint">
            {teamOf(request.person)} · {t('approvals.asked', { day: plain(request.askedOn) })}
          </p>
        </div>
        <TypeName type={typeOf(request.leaveType)} />
      </header>
      <p className="waiting-days">
        <Figure text={request.amount.text} />
        <span>{days(request)}</span>
      </p>
      <dl className="waiting-facts">
        {request.reason ? (
          <div>
            <dt>{t('approvals.reason')}</dt>
            <dd>{request.reason}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('approvals.balance')}</dt>
          <dd>{before && after ? <BeforeAfter before={before} after={after} /> : t('approvals.noBalance')}</dd>
        </div>
        {brokenRules.length > 0 ? (
          <div>
            <dt>{t('approvals.brokenRules')}</dt>
            <dd className="below">{brokenRules.map(({ name }) => name).join(', ')}</dd>
          </div>
        ) : null}
        {holidays.length > 0 ? (
          <div>
            <dt>{t('approvals.holidays')}</dt>
            <dd>{holidays.map(({ day, name }) => `${plain(day)}: ${name}`).join(', ')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('approvals.alsoAway')}</dt>
          <dd>
            <AlsoAway away={alsoAway} />
          </dd>
        </div>
      </dl>
      {approving.data?.problem ? <ProblemNote problem={approving.data.problem} /> : null}
      {approving.error ? <TroubleNote trouble={approving.error} /> : null}
      <div className="waiting-actions">
        <Button
          look="primary"
          isPending={approving.isPending}
          aria-describedby={id}
          onPress={() =>
            approving.mutate(approval, { onSuccess: ({ problem }) => void (problem && leaveOfOthersChanged()) })
          }
        >
          {t('approvals.approve')}
        </Button>
        <Button isDisabled={approving.isPending} aria-describedby={id} onPress={() => setDeclining(true)}>
          {t('approvals.decline')}
        </Button>
      </div>
      {isDeclining ? (
        <DeclineDialog
          request={request}
          onClose={() => setDeclining(false)}
          onDone={() => onDecided(t('approvals.declined', { name, days: days(request) }))}
        />
      ) : null}
    </article>
  )
}
