import type { LocalDate, PersonId, Unit } from '@awayday/kernel'
import type { Doing } from '../approval/command.ts'
import type { Parts } from '../policy/plan.ts'
import type { AbsentDay, Dates } from '../time/absence.ts'
import type { Entry } from './entries.ts'
import type { Calendared, Certificate, Crediting, Deputing, Revoking, Terms, Timetable } from './events.ts'
import type { DocumentHash, NoteId, RequestId } from './ids.ts'
import type { Place } from './place.ts'

export type Command = Wishing | Deciding | Changing | Deputising | Entitling | Importing | Applying | Employing
export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>

type Noted = { readonly note: NoteId | null }
type Wished = {
  readonly request: RequestId
  readonly leaveType: string
  readonly dates: Dates
  readonly cover: PersonId | null
} & Noted &
  Doing

/** Whether a certificate comes with it. */
type Proven = { readonly certificate: boolean }

type Wishing =
  /** `exception`: asked for in spite of rules that allow that. */
  | ({ readonly type: 'Request'; readonly exception: boolean } & Proven & Wished)
  /** By HR or whoever approves for the person: accepted at once, beyond the balance too. */
  | ({ readonly type: 'Enter' } & Proven & Wished)
  /** By the person, HR or whoever approves for them. */
  | ({ readonly type: 'RecordSickness'; readonly certificate: Certificate | null } & Wished)
  /** The certificate of sickness that is recorded, in place of what was there. */
  | ({ readonly type: 'CertifySickness'; readonly request: RequestId; readonly certificate: Certificate } & Doing)

/** About a request that is there. */
export type Deciding = { readonly request: RequestId } & Doing &
  /** `inSpiteOf`: rules that whoever approves knows it to break. */
  (
    | ({ readonly type: 'Approve'; readonly inSpiteOf: readonly string[] } & Noted)
    | ({ readonly type: 'Decline' | 'ApproveCancel' | 'DeclineCancel' } & Noted)
    /** Before the decision, by the person; of accepted leave: the change that waits. */
    | { readonly type: 'Withdraw' }
    /** After approval. */
    | ({ readonly type: 'Cancel' } & Noted)
    | { readonly type: 'KeepLeave' }
    | { readonly type: 'AnswerCover'; readonly agrees: boolean }
  )

type Changing =
  | ({
      readonly type: 'Edit'
      readonly request: RequestId
      readonly dates: Dates
      readonly cover: PersonId | null
    } & Doing)
  /** Single days, or parts of days, of accepted leave. */
  | ({ readonly type: 'CancelDays'; readonly request: RequestId; readonly days: readonly AbsentDay[] } & Doing)
  /** What the rules do on a day when nobody has said anything: escalation, expiry. */
  | { readonly type: 'Pass'; readonly on: LocalDate }

/** By the person, admins or HR. */
type Deputising =
  | ({ readonly type: 'NameDeputy' } & Deputing & Doing)
  | ({ readonly type: 'RemoveDeputy' } & Deputing & Doing)

/** What n is counted in; null: whatever the policy counts in. */
type Counted = { readonly unit: Unit | null }
type Entitling =
  | ({ readonly type: 'Credit'; readonly override: boolean } & Counted &
      Omit<Crediting, 'overridden' | 'by' | 'on'> &
      Doing)
  | ({
      readonly type: 'PayOut'
      readonly payOut: string
      readonly leaveType: string
      readonly n: Parts | 'all'
    } & Counted &
      Noted &
      Doing)
  | ({
      readonly type: 'RecordWork'
      readonly record: string
      readonly first: LocalDate
      readonly last: LocalDate
      readonly minutes: number
    } & Doing)
  | ({ readonly type: 'RevokeEntry'; readonly override: boolean } & Omit<Revoking, 'overridden' | 'by' | 'on'> & Doing)
  /** `last`: of the leave year, which is over by then. */
  | { readonly type: 'CloseYear'; readonly leaveType: string; readonly last: LocalDate; readonly on: LocalDate }

/** What another place or time knew, by an admin. */
type Importing = { readonly type: 'Import'; readonly entries: readonly Entry[] } & Doing

/** Documents reach people: facts, never refused. */
type Applying =
  /** Puts the person under a policy, or (null) under none, from a day on. */
  | ({ readonly type: 'AssignTerms' } & Named)
  | ({ readonly type: 'AssignSchedule' } & Timetable)
  | ({ readonly type: 'ApplyCalendar' } & Calendared)
type Named = Omit<Terms, 'document'> & { readonly document: DocumentHash | null }

/** What the directory says: facts, never refused. `terms`: what applies there to whom the company has put under nothing else. */
type Employing =
  | ({ readonly type: 'Start'; readonly from: LocalDate; readonly terms: readonly Starter[] } & Place)
  | ({ readonly type: 'Move'; readonly from: LocalDate; readonly terms: readonly Starter[] } & Place)
  | { readonly type: 'End'; readonly on: LocalDate; readonly seq: number }
export type Starter = Omit<Named, 'from'>
