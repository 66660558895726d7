import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Dates } from '../time/absence.ts'
import type { Certificate, Crediting, Working } from './events.ts'
import type { RequestId } from './ids.ts'

/**
 * What was so before this product knew of it, or what another one knew. Each has an id, by which it is known when it comes again. `override`: it was so,
 * whatever limits, balance and policy say.
 */
export type Entry =
  | ({ readonly kind: 'leave' } & ImportedLeave)
  | ({ readonly kind: 'credit'; readonly on: LocalDate; readonly override: boolean } & Omit<
      Crediting,
      'by' | 'on' | 'note' | 'overridden'
    >)
  | {
      readonly kind: 'payOut'
      readonly payOut: string
      readonly leaveType: string
      readonly n: Parts
      readonly on: LocalDate
      readonly override: boolean
    }
  /** `on`: when it was recorded; null: as it is brought in. */
  | ({ readonly kind: 'work'; readonly on: LocalDate | null } & Omit<Working, 'by' | 'on'>)
  | { readonly kind: 'year'; readonly leaveType: string; readonly last: LocalDate }

/** Leave of the past as it ended, or of the future as it stands. */
export type ImportedLeave = {
  readonly request: RequestId
  readonly leaveType: string
  readonly dates: Dates
  readonly status: LeaveStatus
  readonly askedOn: LocalDate
  /** Null: nobody did it, the rules did; or nothing is known. */
  readonly decidedBy: PersonId | null
  /** Null: nothing was decided, or on the day it was asked for. */
  readonly decidedOn: LocalDate | null
  /** Null: it was not recorded as sickness. */
  readonly sick: { readonly certificate: Certificate | null } | null
  /** Whether it may cost nothing, since that is what was said of it. */
  readonly free: boolean
}

export type LeaveStatus =
  | 'pending'
  | 'approved'
  | 'cancelRequested'
  | 'declined'
  | 'withdrawn'
  | 'cancelled'
  | 'expired'

/** Whether leave keeps its days and takes them from the balance. */
export const counts = (status: LeaveStatus): boolean =>
  status === 'pending' || status === 'approved' || status === 'cancelRequested'
