import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { waiting } from '#data/queries.ts'
import { useWords } from '#i18n/use-words.ts'
import { CheckIcon } from '#ui/icons.tsx'
import { Page } from '#ui/page.tsx'
import { Part } from '#ui/part.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { WaitingCard } from './waiting-card.tsx'

/** What waits for the viewer's decision, with all one needs to decide. */
const ApprovalsPage = () => {
  const { t } = useWords()
  return (
    <Page title={t('approvals.title')}>
      <Part waiting={<Skeleton lines={2} height={280} />}>
        <Inbox />
      </Part>
    </Page>
  )
}
export default ApprovalsPage

const Inbox = () => {
  const { t } = useWords()
  const { shown, more } = useSuspenseQuery(waiting).data
  const count = shown.length + more
  const [said, setSaid] = useState('')
  const top = useRef<HTMLDivElement>(null)

  const decided = (words: string) => {
    setSaid(words)
    top.current?.focus() // the button that had the focus is gone with its card
  }
  return (
    <>
      <div ref={top} tabIndex={-1} role="status" className="inbox-said">
        {said ? <p className="done">{said}</p> : null}
        {count > 0 ? <p className="lead">{t('approvals.lead', { count })}</p> : null}
      </div>
      {count === 0 ? (
        <div className="empty empty-good">
          <CheckIcon />
          <h2>{t('approvals.empty')}</h2>
          <p>{t('approvals.emptyText')}</p>
        </div>
      ) : null}
      <ul className="inbox">
        {shown.map((item) => (
          <li key={item.request.id}>
            <WaitingCard item={item} onDecided={decided} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="lead">{t('approvals.more', { count: more })}</p> : null}
    </>
  )
}
