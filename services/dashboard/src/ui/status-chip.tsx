import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaveRequest } from '#api/documents.ts'
import { BackIcon, CheckIcon, ClockIcon, CloseIcon } from './icons.tsx'

type Status = LeaveRequest['status']

/** A word, a sign and a colour: any two of them are enough. */
export const StatusChip = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation()
  const Sign = signs[status]
  return (
    <span className={`chip chip-${status}`}>
      <Sign />
      {t(`status.${status}`)}
    </span>
  )
}

const signs: Readonly<Record<Status, () => ReactNode>> = {
  pending: ClockIcon,
  approved: CheckIcon,
  declined: CloseIcon,
  expired: CloseIcon,
  withdrawn: BackIcon,
  cancelled: BackIcon,
}
