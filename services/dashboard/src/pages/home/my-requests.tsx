import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { LeaveRequest } from '#api/documents.ts'
import { requests } from '#data/queries.ts'
import { useWords } from '#i18n/use-words.ts'
import { Button } from '#ui/button.tsx'
import { RequestRow } from './request-row.tsx'
import { TakeBack } from './take-back.tsx'

/** Two years of holidays are long; the latest few are what people look for. */
const SHOWN = 6

/** What the viewer has asked for, newest first, and what became of it. */
export const MyRequests = () => {
  const { t } = useWords()
  const { data } = useSuspenseQuery(requests)
  const [showsAll, setShowsAll] = useState(false)
  const [takingBack, setTakingBack] = useState<LeaveRequest>()
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  return (
    <>
      <p ref={status} tabIndex={-1} role="status" className={said ? 'done' : 'visually-hidden'}>
        {said}
      </p>
      {data.length === 0 ? <p className="empty">{t('requests.empty')}</p> : null}
      <ul className="requests">
        {data.slice(0, showsAll ? data.length : SHOWN).map((request) => (
          <li key={request.id}>
            <RequestRow request={request} onTakeBack={() => setTakingBack(request)} />
          </li>
        ))}
      </ul>
      {data.length > SHOWN ? (
        <Button look="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('requests.less') : t('requests.more', { count: data.length })}
        </Button>
      ) : null}
      {takingBack ? (
        <TakeBack
          request={takingBack}
          onClose={(words) => {
            setTakingBack(undefined)
            setSaid(words ?? '')
            if (words) requestAnimationFrame(() => status.current?.focus()) // the button that asked is gone
          }}
        />
      ) : null}
    </>
  )
}
