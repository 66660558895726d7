import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Step } from './approval-rules.ts'
import type { Cover } from './consent.ts'

/** What is known about the approval of a request. `by` null: nobody did it, the rules did. */
export type ApprovalEvent =
  /**
   * Asked for, or changed so that it must be approved anew: whatever was said before is void. `levels` are those whose condition
   * holds, as they were then; `level` is the one it waits for first, `levels.length`: none.
   */
  | ({
      readonly type: 'ApprovalStarted'
      readonly person: PersonId
      readonly levels: readonly Step[]
      readonly level: number
      readonly cover: Cover | null
    } & Said)
  | ({ readonly type: 'CoverAnswered'; readonly agrees: boolean } & Said)
  /** Somebody has said yes at a level; from then on the request, or its cancellation, waits at `next`: the same level where others must be heard too. */
  | ({ readonly type: 'LevelApproved'; readonly level: number; readonly next: number } & Said)
  /** Nobody could or would decide: the next one up may speak for this seat as well. */
  | ({
      readonly type: 'LeaveEscalated'
      readonly level: number
      readonly seat: number
      readonly because: 'away' | 'silence'
    } & Said)
  | ({ readonly type: 'LeaveApproved' | 'LeaveDeclined' | 'LeaveExpired' } & Said)
  | ({ readonly type: 'LeaveWithdrawn' | 'LeaveCancelled' } & Said)
  /** It counts as approved until that is decided; `level` waits first. */
  | ({ readonly type: 'CancelRequested'; readonly level: number } & Said)
  /** Other days for leave that is approved: it counts as it was until that is decided. As `ApprovalStarted`; a second one replaces the first. */
  | ({
      readonly type: 'ChangeRequested'
      readonly person: PersonId
      readonly levels: readonly Step[]
      readonly level: number
      readonly cover: Cover | null
    } & Said)
  /** The leave is now as it was asked to be; or stays as it was. Withdrawn: also when something else took its place that need not be approved. */
  | ({ readonly type: 'ChangeApproved' | 'ChangeDeclined' | 'ChangeExpired' | 'ChangeWithdrawn' } & Said)
  /** By who decides, by the rules, or by the person, who has thought better of it. */
  | ({ readonly type: 'CancelDeclined' } & Said)

/** Of which request, who, and on which day. */
export type Said = { readonly request: string; readonly by: PersonId | null; readonly on: LocalDate }
