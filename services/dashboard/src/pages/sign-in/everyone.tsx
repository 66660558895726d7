import { useDeferredValue, useState } from 'react'
import { SearchField } from 'react-aria-components/SearchField'
import { Input, Label } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '#api/session.ts'
import { found } from '#model/demo-people.ts'
import { SearchIcon } from '#ui/icons.tsx'
import { PersonButton } from './person-button.tsx'

type Props = {
  readonly people: readonly DemoPerson[]
  readonly isDisabled: boolean
  readonly onChoose: (person: string) => void
}

/** All others of the demo company, to be searched by name or team. */
export const Everyone = ({ people, isDisabled, onChoose }: Props) => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const shown = found(people, useDeferredValue(typed))
  return (
    <section aria-labelledby="everyone">
      <div className="everyone-head">
        <h2 id="everyone">{t('signIn.everyone')}</h2>
        <SearchField className="search" value={typed} onChange={setTyped}>
          <Label className="visually-hidden">{t('signIn.search')}</Label>
          <SearchIcon />
          <Input placeholder={t('signIn.searchHint')} />
        </SearchField>
      </div>
      <p role="status" className="visually-hidden">
        {typed ? t('signIn.found', { count: shown.length }) : ''}
      </p>
      {shown.length === 0 ? <p className="empty">{t('signIn.none')}</p> : null}
      <ul className="everyone">
        {shown.map((person) => (
          <li key={person.person}>
            <PersonButton person={person} isDisabled={isDisabled} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  )
}
