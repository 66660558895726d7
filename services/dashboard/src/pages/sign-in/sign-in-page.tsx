import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { demoPeople } from '#api/session.ts'
import { signIn } from '#data/backend.ts'
import { leadingRoles } from '#model/demo-people.ts'
import { Logo } from '#ui/icons.tsx'
import { TroubleNote } from '#ui/note.tsx'
import { Page } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Everyone } from './everyone.tsx'
import { PersonButton } from './person-button.tsx'

/** Sign-in of the demo: no passwords, anybody may be anybody. */
export const SignInPage = () => {
  const { t } = useTranslation()
  const { data: people, error } = useQuery({ queryKey: ['demo people'], queryFn: ({ signal }) => demoPeople(signal) })
  const entering = useMutation({ mutationFn: signIn })
  const trouble = entering.error ?? error
  const leads = leadingRoles(people ?? [])
  return (
    <main className="door">
      <p className="brand">
        <Logo />
        {t('app.name')}
      </p>
      <Page
        title={t('signIn.title')}
        heading={people === null ? t('signIn.title') : t('signIn.lead')}
        lead={people ? <p className="lead">{t('signIn.about', { count: people.length })}</p> : null}
      >
        {trouble ? <TroubleNote trouble={trouble} /> : null}
        {people === undefined && !error ? <Skeleton lines={3} height={80} /> : null}
        {people === null ? <p>{t('signIn.noDemo')}</p> : null}
        {people ? (
          <>
            <ul className="leads">
              {leads.map((person) => (
                <li key={person.person}>
                  <PersonButton
                    person={person}
                    about={t(`signIn.${person.role}`)}
                    isDisabled={entering.isPending}
                    onChoose={entering.mutate}
                  />
                </li>
              ))}
            </ul>
            <p className="tip">{t('signIn.tip')}</p>
            <Everyone
              people={people.filter((person) => !leads.includes(person))}
              isDisabled={entering.isPending}
              onChoose={entering.mutate}
            />
          </>
        ) : null}
      </Page>
    </main>
  )
}
