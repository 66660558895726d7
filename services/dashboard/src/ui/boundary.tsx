import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { reload } from '#platform/browser.ts'
import { Button } from './button.tsx'

/** Around the whole page: whatever breaks, somebody reads a sentence and has a way on. */
export const Boundary = ({ children }: { readonly children: ReactNode }) => (
  <Catch fallback={() => <Broken />}>{children}</Catch>
)

/** Around a part of a page: the rest goes on, and the part can be tried again. */
export const PartBoundary = ({ children }: { readonly children: ReactNode }) => (
  <QueryErrorResetBoundary>
    {({ reset }) => (
      <Catch
        fallback={(again) => (
          <BrokenPart
            again={() => {
              reset()
              again()
            }}
          />
        )}
      >
        {children}
      </Catch>
    )}
  </QueryErrorResetBoundary>
)

type Props = { readonly fallback: (again: () => void) => ReactNode; readonly children: ReactNode }

/** React has no hook for this. */
class Catch extends Component<Props, { readonly caught: boolean }> {
  override state = { caught: false }
  static getDerivedStateFromError = () => ({ caught: true })
  override render(): ReactNode {
    return this.state.caught ? this.props.fallback(() => this.setState({ caught: false })) : this.props.children
  }
}

const Broken = () => {
  const { t } = useTranslation()
  return (
    <main className="notice-page">
      <h1>{t('trouble.page')}</h1>
      <p>{t('trouble.pageText')}</p>
      <Button look="primary" onPress={reload}>
        {t('trouble.reload')}
      </Button>
    </main>
  )
}

const BrokenPart = ({ again }: { readonly again: () => void }) => {
  const { t } = useTranslation()
  return (
    <div className="empty" role="alert">
      <p>{t('trouble.panel')}</p>
      <Button onPress={again}>{t('trouble.again')}</Button>
    </div>
  )
}
