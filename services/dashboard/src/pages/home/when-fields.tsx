import type { Ref } from 'react'
import type { DayPart } from '#api/documents.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { quickDays } from '#model/quick-days.ts'
import { type Draft, isOneDay } from '#model/wish.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { DaysField } from '#ui/date-fields.tsx'

type Props = {
  readonly draft: Draft
  readonly onChange: (changed: Partial<Draft>) => void
  readonly dayBox: Ref<HTMLDivElement>
}

/** Which days: one tap for the likely ones, typed or picked for all others; halves once there are days to halve. */
export const WhenFields = ({ draft, onChange, dayBox }: Props) => {
  const { t, short } = useWords()
  const { today } = useRoster()
  const parts = (['whole', 'am', 'pm'] as const).map((value: DayPart) => ({ value, label: t(`request.part.${value}`) }))
  return (
    <>
      <div className="field-pair">
        <DaysField
          label={t('request.when')}
          open={t('request.calendar')}
          value={draft.range}
          today={today}
          box={dayBox}
          onChange={(range) => onChange({ range })}
        />
        <div className="quick">
          <span aria-hidden="true">{t('request.quick')}</span>
          {quickDays(today).map((day) => (
            <Button key={day} onPress={() => onChange({ range: { first: day, last: day } })}>
              {short(day)}
            </Button>
          ))}
        </div>
      </div>
      {draft.range ? (
        <div className="parts">
          <Choice
            label={t(isOneDay(draft) ? 'request.oneDay' : 'request.firstPart')}
            value={draft.firstPart}
            options={parts}
            onChange={(firstPart) => onChange({ firstPart })}
          />
          {isOneDay(draft) ? null : (
            <Choice
              label={t('request.lastPart')}
              value={draft.lastPart}
              options={parts}
              onChange={(lastPart) => onChange({ lastPart })}
            />
          )}
        </div>
      ) : null}
    </>
  )
}
