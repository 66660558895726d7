import { useState } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components/TextField'
import type { LeaveRequest } from '#api/documents.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { Button } from '#ui/button.tsx'
import { ProblemNote, TroubleNote } from '#ui/note.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { useDecline } from './use-decision.ts'

type Props = { readonly request: LeaveRequest; readonly onClose: () => void; readonly onDone: () => void }

/** A refusal deserves an answer: it may be left out, but there is a place for it. */
export const DeclineDialog = ({ request, onClose, onDone }: Props) => {
  const { t, days } = useWords()
  const { nameOf } = useRoster()
  const [answer, setAnswer] = useState('')
  const name = nameOf(request.person)
  const declining = useDecline(onDone)
  return (
    <Sheet isOpen title={t('approvals.declineTitle', { name })} onClose={onClose}>
      <p>{t('approvals.declineText', { days: days(request), amount: request.amount.text })}</p>
      <TextField autoFocus className="field" value={answer} maxLength={1000} onChange={setAnswer}>
        <Label>
          {t('approvals.answer')} <span className="optional">({t('request.optional')})</span>
        </Label>
        <TextArea rows={3} />
        <Text slot="description" className="hint">
          {t('approvals.answerHint', { name })}
        </Text>
      </TextField>
      {declining.data?.problem ? <ProblemNote problem={declining.data.problem} /> : null}
      {declining.error ? <TroubleNote trouble={declining.error} /> : null}
      <div className="sheet-actions">
        <Button onPress={onClose}>{t('approvals.back')}</Button>
        <Button
          look="danger"
          isPending={declining.isPending}
          onPress={() =>
            declining.mutate({ person: request.person, request: request.id, answer: answer.trim() || null })
          }
        >
          {t('approvals.declineConfirm')}
        </Button>
      </div>
    </Sheet>
  )
}
