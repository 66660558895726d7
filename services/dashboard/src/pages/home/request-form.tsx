import { type FormEvent, useId, useRef, useState } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components/TextField'
import { requestLeave, type Span } from '#api/documents.ts'
import { ownLeaveChanged } from '#data/changes.ts'
import { useCommand } from '#data/use-command.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { type Draft, emptyDraft, isBackwards, wishOf } from '#model/wish.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { ProblemNote, TroubleNote } from '#ui/note.tsx'
import { TypeName } from '#ui/type-name.tsx'
import { WhenFields } from './when-fields.tsx'
import { WishPreview } from './wish-preview.tsx'

/** From a wish to a request: type, days, what it costs, one button. What was typed stays until it is stored. */
export const RequestForm = () => {
  const { t, days } = useWords()
  const { leaveTypes } = useRoster()
  const [draft, setDraft] = useState<Draft>({ ...emptyDraft, leaveType: leaveTypes[0]?.id })
  const [done, setDone] = useState<Span>()
  const [isMissing, setMissing] = useState(false)
  const dayBox = useRef<HTMLDivElement>(null)
  const costs = useId()
  const sending = useCommand(requestLeave, async ({ version }, input) => {
    await ownLeaveChanged(version ?? 0)
    setDone(input.dates)
    setDraft({ ...emptyDraft, leaveType: input.leaveType })
  })
  const wish = wishOf(draft)

  const change = (changed: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changed }))
    setDone(undefined)
    setMissing(false)
    sending.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    if (wish) return sending.mutate({ ...wish, reason: draft.reason.trim() || null })
    setMissing(true)
    dayBox.current?.querySelector<HTMLElement>('[role=spinbutton]')?.focus()
  }
  return (
    <form onSubmit={submit} className="card form" noValidate>
      <Choice
        label={t('request.type')}
        value={draft.leaveType ?? ''}
        options={leaveTypes.map((type) => ({ value: type.id, label: <TypeName type={type} /> }))}
        onChange={(leaveType) => change({ leaveType })}
      />
      <WhenFields draft={draft} onChange={change} dayBox={dayBox} />
      <TextField className="field" value={draft.reason} maxLength={1000} onChange={(reason) => change({ reason })}>
        <Label>
          {t('request.reason')} <span className="optional">({t('request.optional')})</span>
        </Label>
        <TextArea rows={2} />
        <Text slot="description" className="hint">
          {t('request.reasonHint')}
        </Text>
      </TextField>
      <div className="form-end">
        <div id={costs} role="status" className={isMissing || isBackwards(draft) ? 'costs costs-missing' : 'costs'}>
          {done ? (
            <p className="done">{t('request.done', { days: days(done) })}</p>
          ) : isBackwards(draft) ? (
            <p>{t('request.backwards')}</p>
          ) : wish && !sending.data?.problem ? (
            <WishPreview wish={wish} />
          ) : sending.data?.problem ? null : (
            <p>{t('request.chooseDays')}</p>
          )}
        </div>
        {sending.data?.problem ? <ProblemNote problem={sending.data.problem} /> : null}
        {sending.error ? <TroubleNote trouble={sending.error} /> : null}
        <Button look="primary" type="submit" isPending={sending.isPending} aria-describedby={costs}>
          {t('request.submit')}
        </Button>
      </div>
    </form>
  )
}
