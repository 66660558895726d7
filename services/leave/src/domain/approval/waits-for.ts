import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import { waitsForCover } from './cover.ts'
import type { Office } from './office.ts'
import { isOpen } from './passing.ts'
import { heardSeats } from './seats-taken.ts'

/** Whose word a request waits for on a day: all who may speak for a seat that has not been heard, and the colleague who has not answered yet. By id. */
export const waitsFor = (office: Office, approval: Approval, on: LocalDate): readonly PersonId[] => {
  if (!isOpen(approval)) return []
  const { waiting } = approval
  const cover = waiting.cover && waiting.cover.agrees === null ? [waiting.cover.person] : []
  const seats = waitsForCover(waiting) ? [] : heardSeats(office, approval, waiting, on)
  return [...new Set([...cover, ...seats.flatMap(({ by, yes }) => (yes ? [] : by))])].sort()
}
