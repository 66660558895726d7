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

/** Called by the person's name alone; what they do describes it. */
export const PersonButton = ({ person: { person, name, role, team }, about, isDisabled, onChoose }: Props) => {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Button
      look="quiet"
      isDisabled={isDisabled}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-about`}
      onPress={() => onChoose(person)}
    >
      <Avatar name={name} />
      <span className="person">
        <strong id={`${id}-name`}>{name}</strong>
        <span id={`${id}-about`}>
          {t(`role.${role}`)} · {team}
          {about ? <span className="person-about">{about}</span> : null}
        </span>
      </span>
    </Button>
  )
}
