import type { Waiting } from './approval.ts'
import type { Office } from './office.ts'
import { isEmployed } from './organisation.ts'
import type { ApprovalRejection } from './rejections.ts'
import { namedDays, type Wish } from './wish.ts'

/** Why a colleague cannot take the work over: nobody covers for themselves, or while away. */
export const coverRefusal = (
  { organisation, presence }: Office,
  { person, cover, dates }: Pick<Wish, 'person' | 'cover' | 'dates'>,
): ApprovalRejection | undefined => {
  if (cover === null) return undefined
  if (cover === person) return { type: 'OwnCover' }
  const away = namedDays(dates).find(
    ({ day }) => !isEmployed(organisation, cover, day) || presence(cover, day) === 'away',
  )
  return away && { type: 'CoverAway', cover, on: away.day }
}

/** Whether the colleague who is to take the work over has yet to agree. */
export const lacksConsent = ({ cover }: Waiting): boolean => cover !== null && cover.agrees !== true

/** Whether approvers are not asked before somebody agrees to cover. */
export const waitsForCover = (waiting: Waiting): boolean => waiting.cover?.consent === 'before' && lacksConsent(waiting)
