import type { Approval } from './approval.ts'
import type { Step } from './approval-rules.ts'
import { seatsOf } from './approvers.ts'
import type { Doing } from './command.ts'
import type { Office } from './office.ts'

/** Nobody decides about their own leave, whatever their role, unless the rules let them. */
export const isOwn = ({ rules }: Office, { person }: Pick<Approval, 'person'>, { by }: Doing): boolean =>
  by === person && !rules.selfApproval

/** Whether somebody's word counts for everybody's. */
export const isOverriding = ({ rules }: Office, { as }: Doing): boolean =>
  as.some((role) => rules.override.includes(role))

/** Whether somebody decides about a request at any level, so that they may also take it back or change it. */
export const mayDecide = (office: Office, approval: Pick<Approval, 'person' | 'levels'>, doing: Doing): boolean =>
  !isOwn(office, approval, doing) &&
  (isOverriding(office, doing) ||
    (approval.levels.length > 0 ? approval.levels : [THEIR_APPROVER]).some((step) =>
      seatsOf(office, approval.person, step, doing.on).some(({ by }) => by.includes(doing.by)),
    ))

/** Who decides about leave that needed nobody's approval. */
const THEIR_APPROVER: Step = { approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf' }
