import type { ReactNode } from 'react'
import type { Problem } from '#api/documents.ts'
import { Unreachable } from '#api/trouble.ts'
import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { factsInWords, nameOfProblem } from '#model/facts.ts'
import { AlertIcon } from './icons.tsx'

type Urgency = { readonly urgent?: boolean }

/** Why something was refused: the title, and the facts in words where we know how to say them. */
export const ProblemNote = ({ problem, urgent = true }: Urgency & { readonly problem: Problem }) => {
  const { t, span } = useWords()
  const { nameOf } = useRoster()
  const facts = factsInWords(problem, { day: (date) => span(date, date), nameOf })
  // The problem's own words come from the server, in many types; those that we can say better are in the catalogue.
  const better = t(`problem.${nameOfProblem(problem) as 'Overlaps'}`, { ...facts, defaultValue: '' })
  return (
    <Note urgent={urgent} title={problem.title}>
      {better || problem.detail}
    </Note>
  )
}

/** What to say when no answer, or none worth the name, has come. */
export const TroubleNote = ({ trouble }: { readonly trouble: Error }) => {
  const { t } = useWords()
  return (
    <Note
      title={
        trouble instanceof Unreachable ? t('trouble.unreachable') : t('trouble.broken', { message: trouble.message })
      }
    />
  )
}

const Note = ({
  title,
  children,
  urgent = true,
}: Urgency & { readonly title: string; readonly children?: ReactNode }) => (
  <div className="note" {...(urgent ? { role: 'alert' } : {})}>
    <AlertIcon />
    <div>
      <p className="note-title">{title}</p>
      {children ? <p>{children}</p> : null}
    </div>
  </div>
)
