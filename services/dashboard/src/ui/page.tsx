import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  /** Names the page in the window's title. */
  readonly title: string
  readonly heading?: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A page with its heading. Coming from another page, the heading takes the focus, so that readers begin there. */
export const Page = ({ title, heading = title, lead, children }: Props) => {
  const { t } = useTranslation()
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('app.title', { page: title })
    if (shown !== undefined && shown !== title) top.current?.focus()
    shown = title
  }, [t, title])
  return (
    <>
      <header className="page-head">
        <h1 ref={top} tabIndex={-1}>
          {heading}
        </h1>
        {lead}
      </header>
      {children}
    </>
  )
}

/** The page before this one; none yet right after loading, when the browser itself starts at the top. */
let shown: string | undefined
