import { useRoster } from '#data/use-roster.ts'
import { useWords } from '#i18n/use-words.ts'
import { Page } from '#ui/page.tsx'
import { Part } from '#ui/part.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Balances } from './balances.tsx'
import { MyRequests } from './my-requests.tsx'
import { RequestForm } from './request-form.tsx'

/** What an employee comes for: how much is left, asking for some of it, and what became of that. */
export const HomePage = () => {
  const { t, full } = useWords()
  const { me, today } = useRoster()
  const [firstName = me.name] = me.name.split(' ')
  return (
    <Page
      title={t('nav.home')}
      heading={t('home.hello', { name: firstName })}
      lead={<p className="lead">{t('home.today', { day: full(today) })}</p>}
    >
      <div className="home">
        <section className="home-balances" aria-labelledby="balances">
          <h2 id="balances">{t('balance.heading')}</h2>
          <Part waiting={<Skeleton lines={1} height={254} />}>
            <Balances />
          </Part>
        </section>
        <section className="home-form" aria-labelledby="request">
          <h2 id="request">{t('request.heading')}</h2>
          <RequestForm />
        </section>
        <section className="home-requests" aria-labelledby="requests">
          <h2 id="requests">{t('requests.heading')}</h2>
          <Part waiting={<Skeleton lines={4} height={72} />}>
            <MyRequests />
          </Part>
        </section>
      </div>
    </Page>
  )
}
