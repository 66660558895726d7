import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { signOut } from '#data/backend.ts'
import { waiting } from '#data/queries.ts'
import { liveState, useLive } from '#data/use-live.ts'
import { useRoster } from '#data/use-roster.ts'
import { Today, useWords } from '#i18n/use-words.ts'
import { useCell } from '#platform/cell.ts'
import { Button } from '#ui/button.tsx'
import { CalendarIcon, HomeIcon, InboxIcon, Logo, SignOutIcon } from '#ui/icons.tsx'

/** The frame around every page: where one can go, who one is, and whether what is shown is up to date. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  useLive()
  const { t } = useWords()
  const { company, me, isDecider, today } = useRoster()
  const role = me.roles.at(-1) ?? 'employee'
  return (
    <Today value={today}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="top">
        <div className="top-inner">
          <span className="brand">
            <Logo />
            {t('app.name')}
          </span>
          <nav aria-label={t('nav.label')} className="nav">
            <Place to="/" name={t('nav.home')} icon={<HomeIcon />} />
            {isDecider ? <Approvals /> : null}
            <Place to="/calendar" name={t('nav.calendar')} icon={<CalendarIcon />} />
          </nav>
          <div className="who">
            <span className="who-name">
              <strong>{me.name}</strong>
              <span>{t(`role.${role}`)}</span>
            </span>
            <Button look="quiet" aria-label={t('nav.signOut')} onPress={() => void signOut()}>
              <SignOutIcon />
              <span className="wide-only">{t('nav.signOut')}</span>
            </Button>
          </div>
        </div>
        <LiveNote />
      </header>
      <main id="content" className="page">
        {children}
      </main>
      {company.demo ? <footer className="foot">{t('nav.demo', { company: company.name })}</footer> : null}
    </Today>
  )
}

type PlaceProps = {
  readonly to: string
  readonly name: string
  readonly icon: ReactNode
  readonly count?: number
}

const Place = ({ to, name, icon, count = 0 }: PlaceProps) => {
  const { t } = useWords()
  const [isHere] = useRoute(to)
  return (
    <Link href={to} className="place" aria-current={isHere ? 'page' : undefined}>
      {icon}
      <span>{name} </span>
      {count > 0 ? (
        <span className="badge">
          {count} <span className="visually-hidden">{t('nav.waiting')}</span>
        </span>
      ) : null}
    </Link>
  )
}

/** How many wait for the viewer: counted by itself, wherever one is. */
const Approvals = () => {
  const { t } = useWords()
  const { data } = useQuery(waiting)
  const count = data ? data.shown.length + data.more : 0
  return <Place to="/approvals" name={t('nav.approvals')} icon={<InboxIcon />} count={count} />
}

const LiveNote = () => {
  const { t } = useWords()
  const isBroken = useCell(liveState) === 'waiting'
  return (
    <div role="status" className="live-note">
      {isBroken ? <p>{t('live.waiting')}</p> : null}
    </div>
  )
}
