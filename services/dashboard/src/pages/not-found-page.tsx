import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Page } from '#ui/page.tsx'

const NotFoundPage = () => {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound.title')}>
      <div className="empty">
        <p>{t('notFound.text')}</p>
        <Link href="/" className="button button-primary">
          {t('notFound.home')}
        </Link>
      </div>
    </Page>
  )
}
export default NotFoundPage
