import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useRoster } from '#data/use-roster.ts'
import { Part } from '#ui/part.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { HomePage } from './home/home-page.tsx'
import { Shell } from './shell.tsx'

const ApprovalsPage = lazy(() => import('./approvals/approvals-page.tsx'))
const CalendarPage = lazy(() => import('./calendar/calendar-page.tsx'))
const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

/** Everything behind the door: the frame, and the page that the address names. */
export const Somewhere = () => (
  <Suspense fallback={<Loading />}>
    <Shell>
      <Part waiting={<Skeleton lines={3} height={160} />}>
        <Pages />
      </Part>
    </Shell>
  </Suspense>
)

const Pages = () => {
  const { isDecider } = useRoster()
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/approvals">{isDecider ? <ApprovalsPage /> : <NotFoundPage />}</Route>
      <Route path="/calendar" component={CalendarPage} />
      <Route component={NotFoundPage} />
    </Switch>
  )
}
