import { useId } from 'react'
import type { LeaveRequest } from '#api/documents.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { takeBack } from '#model/take-back.ts'
import { Button } from '#ui/button.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { inColourOf, TypeName } from '#ui/type-name.tsx'

type Props = { readonly request: LeaveRequest; readonly onTakeBack: () => void }

export const RequestRow = ({ request, onTakeBack }: Props) => {
  const { t, days, plain } = useWords()
  const { typeOf, nameOf, today } = useRoster()
  const { status, decidedBy, decidedOn, reason, answer } = request
  const id = useId()
  const way = takeBack(request, today)
  const type = typeOf(request.leaveType)
  const decided = status === 'approved' || status === 'declined' ? status : null
  const how = decided && decidedBy === request.person ? 'reported' : decided // sickness needs nobody's approval
  return (
    <article className="request" aria-labelledby={id} style={inColourOf(type)}>
      <h3 id={id}>{days(request)}</h3>
      <StatusChip status={status} />
      <p className="request-facts">
        <TypeName type={type} />
        <span>{request.amount.text}</span>
        {decidedBy && how ? (
          <span>
            {t(`requests.decided.${how}`, { name: nameOf(decidedBy) })}
            {decidedOn ? `, ${plain(decidedOn)}` : ''}
          </span>
        ) : (
          <span>{t('requests.asked', { day: plain(request.askedOn) })}</span>
        )}
      </p>
      {reason ? <p className="request-text">{t('requests.reason', { text: reason })}</p> : null}
      {answer ? <p className="request-text">{t('requests.answer', { text: answer })}</p> : null}
      {way ? (
        <Button look="quiet" aria-describedby={id} onPress={onTakeBack}>
          {t(`requests.${way}`)}
        </Button>
      ) : null}
    </article>
  )
}
