import type { LocalDate, PersonId, TenantId } from '@awayday/kernel'
import type { AwayRow, NOBODY, WaitingRow } from '#domain/person/rows.ts'

/**
 * Questions that many people's facts answer together. Answers follow the streams within moments, come in no promised order,
 * and are whole: whoever asks decides what may be shown. An unknown company, team or approver has nothing.
 */
export interface LeaveViews {
  /**
   * Pending and approved leave of those who are in the team while they are away, if it has a day in common with
   * `first` to `last`. `last` is not before `first`.
   */
  awayBetween(tenant: TenantId, team: string, first: LocalDate, last: LocalDate): Promise<readonly AwayRow[]>
  /** Pending requests that somebody may have to decide; `NOBODY`: those of people without an approver. */
  waitingFor(tenant: TenantId, approver: PersonId | typeof NOBODY): Promise<readonly WaitingRow[]>
  /** All inboxes of a company at once; a request is told once for each inbox that it is in. */
  waiting(tenant: TenantId): Promise<readonly WaitingRow[]>
}
