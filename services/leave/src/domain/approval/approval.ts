import { type LocalDate, type PersonId, unreachable } from '@awayday/kernel'
import type { Step } from './approval-rules.ts'
import type { Raised } from './approvers.ts'
import type { Cover } from './consent.ts'
import type { ApprovalEvent } from './events.ts'

/** How far the approval of one request has come. */
export type Approval = { readonly request: string; readonly person: PersonId; readonly levels: readonly Step[] } & (
  | { readonly status: 'pending'; readonly waiting: Waiting }
  /** `kept`: the last wish to cancel it was declined, or taken back. */
  | ({ readonly status: 'approved'; readonly kept: Ended | null; readonly cover: Cover | null } & Ended)
  /** Still approved, until somebody decides. */
  | {
      readonly status: 'cancelRequested'
      readonly approved: Ended & { readonly cover: Cover | null }
      readonly waiting: Waiting
    }
  | ({ readonly status: 'declined' | 'expired' | 'withdrawn' | 'cancelled' } & Ended)
)

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
      return { ...whose, status: 'cancelled', by, on }
    case 'CancelRequested': {
      if (approval.status !== 'approved') return approval
      const approved = { by: approval.by, on: approval.on, cover: approval.cover }
      return { ...whose, status: 'cancelRequested', approved, waiting: waitingFrom(on, event.level, null) }
    }
    case 'CancelDeclined':
      if (approval.status !== 'cancelRequested') return approval
      return { ...whose, status: 'approved', kept: { by, on }, ...approval.approved }
    default:
      return unreachable(event)
  }
}

export const evolveAll = (approval: Approval | null, events: readonly ApprovalEvent[]): Approval | null =>
  events.reduce(evolve, approval)

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
  approval.status === 'pending' || approval.status === 'cancelRequested'
    ? { ...approval, waiting: change(approval.waiting) }
    : approval

/** Where approvers wait for the cover, their time begins with the consent. */
const answered = (waiting: Waiting, agrees: boolean, on: LocalDate): Waiting => {
  if (!waiting.cover) return waiting
  const begins = agrees && waiting.cover.consent === 'before'
  return { ...waiting, since: begins ? on : waiting.since, cover: { ...waiting.cover, agrees } }
}
