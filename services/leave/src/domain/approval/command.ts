import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Wish } from './wish.ts'

/** Who does it, on which day, and with which roles. */
export type Doing = { readonly by: PersonId; readonly on: LocalDate; readonly as: readonly string[] }

export type ApprovalCommand =
  | ({ readonly type: 'Approve' } & Doing)
  | ({ readonly type: 'Decline' } & Doing)
  /** Before the decision, by the person. */
  | ({ readonly type: 'Withdraw' } & Doing)
  /** After approval: `first` is the first day that is taken back. */
  | ({ readonly type: 'Cancel'; readonly first: LocalDate } & Doing)
  | ({ readonly type: 'ApproveCancel' | 'DeclineCancel' } & Doing)
  /** By the person, who wishes to keep it. */
  | ({ readonly type: 'KeepLeave' } & Doing)
  /** By the colleague who was named. */
  | ({ readonly type: 'AnswerCover'; readonly agrees: boolean; readonly wish: Wish } & Doing)
  /** `before`: as it stands; `proposed`: the change of it that waits, if one does. */
  | ({ readonly type: 'Edit'; readonly before: Wish; readonly proposed: Wish | null; readonly after: Wish } & Doing)

export type CommandOf<Type extends ApprovalCommand['type']> = Extract<ApprovalCommand, { readonly type: Type }>
