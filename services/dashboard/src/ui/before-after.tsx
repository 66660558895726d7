import { useTranslation } from 'react-i18next'
import type { Amount } from '#api/documents.ts'
import { ArrowIcon } from './icons.tsx'

/** A balance and what it becomes. */
export const BeforeAfter = ({ before, after }: { readonly before: Amount; readonly after: Amount }) => {
  const { t } = useTranslation()
  return (
    <p className="before-after">
      <span className="visually-hidden">{t('balance.beforeAfter', { before: before.text, after: after.text })}</span>
      <span aria-hidden="true">
        {before.text} <ArrowIcon /> <strong className={after.n < 0 ? 'below' : ''}>{after.text}</strong>
      </span>
    </p>
  )
}
