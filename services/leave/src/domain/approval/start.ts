import { err, type LocalDate, ok, type PersonId, type Result } from '@awayday/kernel'
import type { Condition, Step } from './approval-rules.ts'
import { isSkipped } from './approvers.ts'
import { holds } from './condition.ts'
import type { Cover } from './consent.ts'
import { coverRefusal } from './cover.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import type { ApprovalRejection } from './rejections.ts'
import type { Wish } from './wish.ts'

type Doing = { readonly by: PersonId; readonly on: LocalDate }
type Started = Result<readonly ApprovalEvent[], ApprovalRejection>

/** Asks for the approval of a wish, and gives it at once where nobody need be asked. Also when it is changed while it waits: then all begins anew. */
export const start = (office: Office, wish: Wish, doing: Doing): Started =>
  asking(office, wish, doing, 'ApprovalStarted', 'LeaveApproved')

/** The same for what approved leave is to become. */
export const startChange = (office: Office, wish: Wish, doing: Doing): Started =>
  asking(office, wish, doing, 'ChangeRequested', 'ChangeApproved')

const asking = (
  office: Office,
  wish: Wish,
  { by, on }: Doing,
  type: 'ApprovalStarted' | 'ChangeRequested',
  given: 'LeaveApproved' | 'ChangeApproved',
): Started => {
  const refusal = coverRefusal(office, wish)
  if (refusal) return err(refusal)
  const { request, person } = wish
  const applies = (condition: Condition) => holds(condition, wish, office.organisation, on)
  const levels = office.rules.autoApproval.some(applies)
    ? []
    : office.rules.levels.filter(({ when }) => applies(when)).map(({ approvers, need }) => ({ approvers, need }))
  const level = firstLevel(office, person, levels, on)
  const cover = coverOf(office, wish)
  const started: ApprovalEvent = { type, request, person, levels, level, cover, by, on }
  return ok(levels.length > 0 || cover ? [started] : [started, { type: given, request, by: null, on }])
}

/** The first level that asks somebody else; the last one where none does. */
export const firstLevel = (office: Office, person: PersonId, levels: readonly Step[], on: LocalDate): number => {
  const first = levels.findIndex((step) => !isSkipped(office, person, step, on))
  return first === -1 ? Math.max(0, levels.length - 1) : first
}

const coverOf = ({ rules }: Office, { cover }: Wish): Cover | null =>
  cover === null || rules.cover === 'notAsked' ? null : { person: cover, consent: rules.cover, agrees: null }
