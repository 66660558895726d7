import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'

/** Holds the place of something that is on its way, as high as that will be, so that nothing jumps. */
export const Skeleton = ({ lines, height }: { readonly lines: number; readonly height: number }) => (
  <div className="skeletons" aria-hidden="true">
    {Array.from({ length: lines }, (_, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
      <div key={n} className="skeleton" style={{ '--height': `${height}px` } as CSSProperties} />
    ))}
  </div>
)

export const Loading = () => {
  const { t } = useTranslation()
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{t('app.loading')}</span>
    </div>
  )
}
