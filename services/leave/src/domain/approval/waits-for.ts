import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import { waitsForCover } from './cover.ts'
import type { Office } from './office.ts'
import { isOpen } from './passing.ts'
import { heardSeats } from './seats-taken.ts'

/** Whose decision a request waits for on a day: all who may speak for a seat that has not been heard, by id. Nobody's while a cover is asked before. */
export const waitsFor = (office: Office, approval: Approval, on: LocalDate): readonly PersonId[] => {
  if (!isOpen(approval) || waitsForCover(approval.waiting)) return []
  const seats = heardSeats(office, approval, approval.waiting, on)
  return [...new Set(seats.flatMap(({ by, yes }) => (yes ? [] : by)))].sort()
}
