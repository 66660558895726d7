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

/** Asks for the approval of a wish, and gives it at once where nobody need be asked. Also after a change: then all begins anew. */
export const start = (
  office: Office,
  wish: Wish,
  { by, on }: { readonly by: PersonId; readonly on: LocalDate },
): Result<readonly ApprovalEvent[], ApprovalRejection> => {
  const refusal = coverRefusal(office, wish)
  if (refusal) return err(refusal)
  const { request, person } = wish
  const applies = (condition: Condition) => holds(condition, wish, office.organisation, on)
  const levels = office.rules.autoApproval.some(applies)
    ? []
    : office.rules.levels.filter(({ when }) => applies(when)).map(({ approvers, need }) => ({ approvers, need }))
  const level = firstLevel(office, person, levels, on)
  const cover = coverOf(office, wish)
  const started: ApprovalEvent = { type: 'ApprovalStarted', request, person, levels, level, cover, by, on }
  return ok(levels.length > 0 || cover ? [started] : [started, { type: 'LeaveApproved', request, by: null, on }])
}

/** The first level that asks somebody else; the last one where none does. */
export const firstLevel = (office: Office, person: PersonId, levels: readonly Step[], on: LocalDate): number => {
  const first = levels.findIndex((step) => !isSkipped(office, person, step, on))
  return first === -1 ? Math.max(0, levels.length - 1) : first
}

const coverOf = ({ rules }: Office, { cover }: Wish): Cover | null =>
  cover === null || rules.cover === 'notAsked' ? null : { person: cover, consent: rules.cover, agrees: null }
