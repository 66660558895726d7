import type { Approval } from '../approval/approval.ts'
import type { Doing } from '../approval/command.ts'
import { mayDecide } from '../approval/entitled.ts'
import type { Office } from '../approval/office.ts'
import { waitsFor } from '../approval/waits-for.ts'
import type { Context } from './context.ts'
import { isKnown, placeOn } from './employment.ts'
import { officeOf } from './office-of.ts'
import type { Asked, State } from './state.ts'

/** Who sees everything about everybody, besides the persons themselves. */
const SEEING: readonly string[] = ['admin', 'hr']

export const seesAll = (roles: readonly string[]): boolean => roles.some((role) => SEEING.includes(role))

/** Somebody's requests and figures are for them, whoever approves for them on that day, admins and HR. */
export const maySee = (state: State, { by, on, as }: Doing): boolean =>
  isKnown(state.employment) && (by === state.owner || seesAll(as) || placeOn(state.employment, on)?.approver === by)

/** The request is also for those who decide about it, and for the colleague who is to take the work over. */
export const maySeeRequest = (asked: Asked, state: State, doing: Doing, { office }: Context): boolean =>
  isKnown(state.employment) &&
  (maySee(state, doing) ||
    asked.cover === doing.by ||
    asked.proposal?.cover === doing.by ||
    decides(office, asked.approval, doing))

/** Whether a request may be decided by somebody, now or at another level. */
export const mayDecideAbout = ({ approval }: Asked, state: State, doing: Doing, { office }: Context): boolean =>
  isKnown(state.employment) && decides(officeOf(office, state), approval, doing)

/** Whom it has gone up to decides as well, while it waits. */
const decides = (office: Office, approval: Approval, doing: Doing): boolean =>
  mayDecide(office, approval, doing) || waitsFor(office, approval, doing.on).includes(doing.by)

/** Who enters leave and records sickness for somebody: HR, admins, and whoever decides about their leave, deputies too. */
export const mayEnter = (state: State, doing: Doing, context: Context): boolean =>
  mayManage(state, doing, context) ||
  (isOther(state, doing) && mayDecide(context.office, { person: state.owner, levels: [] }, doing))

/** Who, of those who enter leave for somebody, enters what the balance does not cover: whoever may credit, and managers. */
export const mayOverdraw = (state: State, doing: Doing, context: Context): boolean =>
  mayCredit(state, doing, context) || (isOther(state, doing) && doing.as.includes('manager'))

/** Who credits and records work: HR, admins, and whoever approves for them on that day; no deputy. */
export const mayCredit = (state: State, doing: Doing, context: Context): boolean =>
  mayManage(state, doing, context) ||
  (isOther(state, doing) && placeOn(state.employment, doing.on)?.approver === doing.by)

/** Who sets limits and the floor aside, and pays out: HR and admins. For themselves only where people may approve their own leave. */
export const mayManage = ({ owner, employment }: State, { by, as }: Doing, { office }: Context): boolean =>
  isKnown(employment) && seesAll(as) && (by !== owner || office.rules.selfApproval)

/**
 * By what names somebody may pass over rules: their id, their roles, and what they are to the person. The role of approvers in general is not that of
 * the person's own, and for themselves nobody acts in a role.
 */
export const namesOf = ({ owner, employment }: State, { by, as, on }: Doing): readonly string[] => {
  if (by === owner) return [by, 'person']
  const isTheirs = placeOn(employment, on)?.approver === by
  return [by, ...as.filter((role) => role !== 'approver'), ...(isTheirs ? ['approver'] : [])]
}

const isOther = ({ owner, employment }: State, { by }: Doing): boolean => isKnown(employment) && by !== owner
