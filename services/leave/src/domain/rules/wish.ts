import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'

/** Leave that somebody asks for, or that a request is to be changed into; then `request` is the id of what is there. */
export type Wish = {
  readonly request: string
  readonly leaveType: string
  readonly dates: Dates
  readonly charges: readonly Charge[]
  readonly askedOn: LocalDate
  /** What comes with it. */
  readonly reason: boolean
  readonly certificate: boolean
  readonly cover: PersonId | null
}
