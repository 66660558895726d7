import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '#api/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'

type Props = {
  readonly person: DemoPerson
  readonly about?: string
  readonly isDisabled: boolean
  readonly onChoose: (person: string) => void
}

/** The button is the name and covers the whole card; what the person does stands beside it and describes it. */
export const PersonButton = ({ person: { person, name, role, team }, about, isDisabled, onChoose }: Props) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="person">
      <Avatar name={name} />
      <Button look="cover" isDisabled={isDisabled} aria-describedby={id} onPress={() => onChoose(person)}>
        {name}
      </Button>
      <p id={id} className="hint">
        {t(`role.${role}`)} · {team}
      </p>
      {about ? <p className="person-about">{about}</p> : null}
    </div>
  )
}
