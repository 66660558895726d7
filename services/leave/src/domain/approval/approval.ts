import { type LocalDate, type PersonId, unreachable } from '@awayday/kernel'
import type { Step } from './approval-rules.ts'
import type { Raised } from './approvers.ts'
import type { Cover } from './consent.ts'
import type { ApprovalEvent } from './events.ts'

/** How far the approval of one request has come. */
export type Approval = { readonly request: string; readonly person: PersonId; readonly levels: readonly Step[] } & (
  | { readonly status: 'pending'; readonly waiting: Waiting }
  | ({ readonly status: 'approved'; readonly kept: Kept | null } & Granted)
  /** Still approved as it was, until somebody decides. */
  | { readonly status: 'cancelRequested'; readonly approved: Granted; readonly waiting: Waiting }
  /** The same; `levels` are those of the change, and `before` those at which the leave was approved. */
  | {
      readonly status: 'changeRequested'
      readonly approved: Granted
      readonly before: readonly Step[]
      readonly waiting: Waiting
    }
  | ({ readonly status: 'declined' | 'expired' | 'withdrawn' | 'cancelled' } & Ended)
)

/** By whom and when leave was approved, and who takes the work over. */
export type Granted = Ended & { readonly cover: Cover | null }

/** Why approved leave is as it was: the last wish to cancel or to change it was declined, taken back, or came to nothing. */
export type Kept = Ended & {
  readonly from: 'cancellation' | 'change'
  readonly outcome: 'declined' | 'expired' | 'withdrawn'
}

export type Ended = { readonly by: PersonId | null; readonly on: LocalDate }

/** For whom a request, or its cancellation, waits. */
export type Waiting = {
  readonly asked: LocalDate
  /** The level that waits; `levels.length`: none, only the cover. */
  readonly level: number
  /** Since when. */
  readonly since: LocalDate
  /** Who has said yes, at any level. */
  readonly yes: readonly { readonly level: number; readonly by: PersonId; readonly on: LocalDate }[]
  /** At this level. */
  readonly raised: readonly Raised[]
  readonly cover: Cover | null
}

/** Null: never asked for. What makes no sense changes nothing. */
export const evolve = (approval: Approval | null, event: ApprovalEvent): Approval | null => {
  const { request, by, on } = event
  if (event.type === 'ApprovalStarted') {
    const { person, levels, level, cover } = event
    return { request, person, levels, status: 'pending', waiting: waitingFrom(on, level, cover) }
  }
  if (!approval) return null
  const whose = { request, person: approval.person, levels: approval.levels }
  switch (event.type) {
    case 'CoverAnswered':
      return onWaiting(approval, (waiting) => answered(waiting, event.agrees, on))
    case 'LevelApproved': {
      const { level, next } = event
      return onWaiting(approval, (waiting) => ({
        ...waiting,
        yes: by === null ? waiting.yes : [...waiting.yes, { level, by, on }],
        ...(next === waiting.level ? {} : { level: next, since: on, raised: [] }),
      }))
    }
    case 'LeaveEscalated': {
      const { seat } = event
      return onWaiting(approval, (waiting) => ({ ...waiting, raised: [...waiting.raised, { seat, on }] }))
    }
    case 'LeaveApproved':
      return { ...whose, status: 'approved', kept: null, cover: coverOf(approval), by, on }
    case 'LeaveDeclined':
      return { ...whose, status: 'declined', by, on }
    case 'LeaveExpired':
      return { ...whose, status: 'expired', by, on }
    case 'LeaveWithdrawn':
      return { ...whose, status: 'withdrawn', by, on }
    case 'LeaveCancelled':
      return { ...whose, levels: levelsOf(approval), status: 'cancelled', by, on }
    case 'CancelRequested': {
      const approved = grantedOf(approval)
      if (!approved || approval.status === 'cancelRequested') return approval
      const waiting = waitingFrom(on, event.level, null)
      return { ...whose, levels: levelsOf(approval), status: 'cancelRequested', approved, waiting }
    }
    case 'CancelDeclined': {
      if (approval.status !== 'cancelRequested') return approval
      const kept = { from: 'cancellation', outcome: by === approval.person ? 'withdrawn' : 'declined', by, on } as const
      return { ...whose, status: 'approved', kept, ...approval.approved }
    }
    case 'ChangeRequested': {
      const approved = grantedOf(approval)
      if (!approved || approval.status === 'cancelRequested') return approval
      const { levels, level, cover } = event
      const waiting = waitingFrom(on, level, cover)
      return { ...whose, levels, status: 'changeRequested', approved, before: levelsOf(approval), waiting }
    }
    case 'ChangeApproved':
      if (approval.status !== 'changeRequested') return approval
      return { ...whose, status: 'approved', kept: null, cover: approval.waiting.cover, by, on }
    case 'ChangeDeclined':
      return unchanged(approval, { from: 'change', outcome: 'declined', by, on })
    case 'ChangeExpired':
      return unchanged(approval, { from: 'change', outcome: 'expired', by, on })
    case 'ChangeWithdrawn':
      return unchanged(approval, { from: 'change', outcome: 'withdrawn', by, on })
    default:
      return unreachable(event)
  }
}

export const evolveAll = (approval: Approval | null, events: readonly ApprovalEvent[]): Approval | null =>
  events.reduce(evolve, approval)

/** The levels at which leave is approved, or asked to be. */
export const levelsOf = (approval: Approval): readonly Step[] =>
  approval.status === 'changeRequested' ? approval.before : approval.levels

/** What holds while a change or a cancellation waits, and afterwards if it comes to nothing. */
const grantedOf = (approval: Approval): Granted | null => {
  switch (approval.status) {
    case 'approved':
      return { by: approval.by, on: approval.on, cover: approval.cover }
    case 'cancelRequested':
    case 'changeRequested':
      return approval.approved
    default:
      return null
  }
}

/** A change that is not made leaves everything as it was. */
const unchanged = (approval: Approval, kept: Kept): Approval => {
  if (approval.status !== 'changeRequested') return approval
  const { request, person, before, approved } = approval
  return { request, person, levels: before, status: 'approved', kept, ...approved }
}

const coverOf = (approval: Approval): Cover | null => (approval.status === 'pending' ? approval.waiting.cover : null)

const waitingFrom = (on: LocalDate, level: number, cover: Cover | null): Waiting => ({
  asked: on,
  level,
  since: on,
  yes: [],
  raised: [],
  cover,
})

const onWaiting = (approval: Approval, change: (waiting: Waiting) => Waiting): Approval =>
  'waiting' in approval ? { ...approval, waiting: change(approval.waiting) } : approval

/** Where approvers wait for the cover, their time begins with the consent. */
const answered = (waiting: Waiting, agrees: boolean, on: LocalDate): Waiting => {
  if (!waiting.cover) return waiting
  const begins = agrees && waiting.cover.consent === 'before'
  return { ...waiting, since: begins ? on : waiting.since, cover: { ...waiting.cover, agrees } }
}
