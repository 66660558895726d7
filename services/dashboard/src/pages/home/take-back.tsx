import { useState } from 'react'
import { cancelLeave, type LeaveRequest, withdrawLeave } from '#api/documents.ts'
import { ownLeaveChanged } from '#data/changes.ts'
import { useCommand } from '#data/use-command.ts'
import { useWords } from '#i18n/use-words.ts'
import { Button } from '#ui/button.tsx'
import { ProblemNote, TroubleNote } from '#ui/note.tsx'
import { Sheet } from '#ui/sheet.tsx'

type Props = {
  readonly request: LeaveRequest
  /** With what to say once it is done, without where nothing was. */
  readonly onClose: (done?: string) => void
}

/** Asks once more before a request is withdrawn, or an approved leave is cancelled. */
export const TakeBack = ({ request, onClose }: Props) => {
  const { t, days } = useWords()
  // Decided when the question was asked: it must not change under the reader's eyes.
  const [way] = useState(request.status === 'pending' ? ('withdraw' as const) : ('cancel' as const))
  const said = { days: days(request) }
  const sending = useCommand(way === 'withdraw' ? withdrawLeave : cancelLeave, async ({ version }) => {
    await ownLeaveChanged(version ?? 0)
    onClose(t(way === 'withdraw' ? 'requests.withdrawn' : 'requests.cancelled', said))
  })
  return (
    <Sheet kind="alertdialog" isOpen title={t(`requests.${way}Title`)} onClose={() => onClose()}>
      <p>{t(`requests.${way}Text`, said)}</p>
      {sending.data?.problem ? <ProblemNote problem={sending.data.problem} /> : null}
      {sending.error ? <TroubleNote trouble={sending.error} /> : null}
      <div className="sheet-actions">
        <Button onPress={() => onClose()}>{t('requests.keep')}</Button>
        <Button
          look="danger"
          isPending={sending.isPending}
          onPress={() => sending.mutate({ person: request.person, request: request.id })}
        >
          {t(`requests.${way}Confirm`)}
        </Button>
      </div>
    </Sheet>
  )
}
