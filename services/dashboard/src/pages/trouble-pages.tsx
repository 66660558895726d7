import { useTranslation } from 'react-i18next'
import { reload } from '#platform/browser.ts'
import { Button } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'

type Props = { readonly title: string; readonly text: string; readonly action: string }

const TroublePage = ({ title, text, action }: Props) => (
  <main className="notice-page">
    <Page title={title}>
      <p>{text}</p>
      <Button look="primary" onPress={reload}>
        {action}
      </Button>
    </Page>
  </main>
)

export const UnreachablePage = () => {
  const { t } = useTranslation()
  return <TroublePage title={t('trouble.offlineTitle')} text={t('trouble.offlineText')} action={t('trouble.again')} />
}

export const SomebodyElsePage = () => {
  const { t } = useTranslation()
  return (
    <TroublePage
      title={t('trouble.somebodyElse')}
      text={t('trouble.somebodyElseText')}
      action={t('trouble.continue')}
    />
  )
}
