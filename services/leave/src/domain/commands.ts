import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Asking, NoteId, Place, RequestId } from './events.ts'

/** Who does it on which day (theirs is the day of the person's location). */
type Doing = { readonly by: PersonId; readonly on: LocalDate }
/** `byAdmin`: whoever decides holds that role. */
type Deciding = Doing & { readonly request: RequestId; readonly byAdmin: boolean }

export type Command =
  | ({ readonly type: 'Request'; readonly note: NoteId | null } & Doing & Asking)
  | ({ readonly type: 'Approve'; readonly note: NoteId | null } & Deciding)
  | ({ readonly type: 'Decline'; readonly note: NoteId | null } & Deciding)
  /** Before the decision, by the person. */
  | ({ readonly type: 'Withdraw' } & Deciding)
  /** After approval: by the person before the first day, by whoever may decide at any time. */
  | ({ readonly type: 'Cancel' } & Deciding)
  /** What the directory says: facts, never refused. */
  | ({ readonly type: 'Start'; readonly from: LocalDate } & Place)
  | ({ readonly type: 'Move'; readonly from: LocalDate } & Place)
  | { readonly type: 'End'; readonly on: LocalDate; readonly seq: number }

export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>
