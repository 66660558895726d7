import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { queries, resume, session } from '#data/backend.ts'
import { SignInPage } from '#pages/sign-in/sign-in-page.tsx'
import { Somewhere } from '#pages/somewhere.tsx'
import { SomebodyElsePage, UnreachablePage } from '#pages/trouble-pages.tsx'
import { useCell } from '#platform/cell.ts'
import { Boundary } from '#ui/boundary.tsx'
import { Loading } from '#ui/skeleton.tsx'

export const App = () => (
  <QueryClientProvider client={queries}>
    <Boundary>
      <Door />
    </Boundary>
  </QueryClientProvider>
)

/** What is shown depends on the session before anything else. */
const Door = (): ReactNode => {
  const state = useCell(session)
  useEffect(() => {
    void resume()
  }, [])
  switch (state) {
    case 'starting':
      return <Loading />
    case 'signedOut':
      return <SignInPage />
    case 'signedIn':
      return <Somewhere />
    case 'somebodyElse':
      return <SomebodyElsePage />
    case 'unreachable':
      return <UnreachablePage />
  }
}
