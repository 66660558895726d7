import { err, type LocalDate, ok } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import { creditAllowed } from '../ledger/credit-allowed.ts'
import { payOutOf } from '../ledger/pay-out.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { factsOf } from './facts-of.ts'
import type { Decided } from './requesting.ts'
import type { State } from './state.ts'
import { mayCredit, mayManage, seesAll } from './who-may.ts'

/** A grant by hand or a correction. Limits and the floor hold, unless HR or an admin sets them aside, by name. */
export const credit = (command: CommandOf<'Credit'>, state: State, context: Context): Decided =>
  mayCredit(state, command, context)
    ? (otherUnit(command, command.from, state, context) ?? credited(command, state, context))
    : notYours(state)

/** The same, by whoever may. */
export const credited = (command: Omit<CommandOf<'Credit'>, 'unit'>, state: State, context: Context): Decided => {
  if (state.credits.some((one) => one.credit === command.credit)) return ok([])
  const { credit, leaveType, source, n, from, until, note, by, on, as, override } = command
  if (until !== null && until < from) return err({ type: 'EndBeforeStart', first: from, last: until })
  const facts = factsOf(state, context.documents)
  if (!policyOn(facts, leaveType, from)?.policy.entitlement) return err({ type: 'NoBalance', leaveType, on: from })
  const refused = creditAllowed(facts, { leaveType, source, n, from, until, fact: NEW })
  if (refused && !(override && seesAll(as))) return err(refused)
  const overridden = refused !== undefined
  return ok([{ type: 'Credited', credit, leaveType, source, n, from, until, overridden, note, by, on }])
}

/** Later than all that is known. */
const NEW = '~'

export const payOut = (command: CommandOf<'PayOut'>, state: State, context: Context): Decided =>
  mayManage(state, command, context)
    ? (otherUnit(command, command.on, state, context) ?? paidOut(command, state, context))
    : notYours(state)

/** The same, by whoever may. */
export const paidOut = (command: Omit<CommandOf<'PayOut'>, 'unit'>, state: State, context: Context): Decided => {
  if (state.payOuts.some((one) => one.payOut === command.payOut)) return ok([])
  const { payOut, leaveType, note, by, on } = command
  const paid = payOutOf(factsOf(state, context.documents), leaveType, on, command.n)
  if (!paid.ok) return paid
  const { amount, money } = paid.value
  return ok([{ type: 'PaidOut', payOut, leaveType, n: amount.n, money, note, by, on }])
}

export const recordWork = (command: CommandOf<'RecordWork'>, state: State, context: Context): Decided =>
  mayCredit(state, command, context) ? workRecorded(command, state) : notYours(state)

/** The same, by whoever may. */
export const workRecorded = (command: CommandOf<'RecordWork'>, state: State): Decided => {
  if (state.worked.some((one) => one.record === command.record)) return ok([])
  const { record, first, last, minutes, by, on } = command
  if (last < first) return err({ type: 'EndBeforeStart', first, last })
  const other = state.worked.find((one) => one.first <= last && first <= one.last)
  if (other) return err({ type: 'WorkOverlaps', record: other.record, first: other.first, last: other.last })
  return ok([{ type: 'WorkRecorded', record, first, last, minutes, by, on }])
}

/** Days are never taken for minutes. */
const otherUnit = (
  { leaveType, unit }: Pick<CommandOf<'Credit'>, 'leaveType' | 'unit'>,
  day: LocalDate,
  state: State,
  { documents }: Context,
): Decided | undefined => {
  const counted = policyOn(factsOf(state, documents), leaveType, day)?.policy.unit
  return counted && unit && counted !== unit ? err({ type: 'OtherUnit', unit: counted }) : undefined
}

const notYours = ({ owner }: State): Decided => err({ type: 'NotYours', person: owner })
