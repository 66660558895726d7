import { err, ok } from '@awayday/kernel'
import { coverRefusal } from '../approval/cover.ts'
import { acceptedBefore } from '../facts/accepted-before.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import type { OverLeave } from '../leave-type/leave-type.ts'
import { notCovered } from '../ledger/not-covered.ts'
import type { Dates } from '../time/absence.ts'
import { notDates } from '../time/not-dates.ts'
import { overlap } from '../time/overlap.ts'
import { noonOn } from '../time/work-on.ts'
import { withCharges } from './applying.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import { tooFarAhead } from './horizon.ts'
import { rangeOf } from './range-of.ts'
import type { Decided } from './requesting.ts'
import { type Asked, requestOf, type State } from './state.ts'
import { mayEnter } from './who-may.ts'
import { notEmployedWithin, overlapping } from './wishes.ts'

/**
 * Sickness is a fact: it needs no approval, may fall on free days, and gives back other leave it lies over, as far as its type
 * says so. Where a type has a balance, there must be enough of it. Who takes the work over is not asked.
 */
export const recordSickness = (command: CommandOf<'RecordSickness'>, state: State, context: Context): Decided => {
  if (requestOf(state, command.request)) return ok([])
  const { request, leaveType, dates, cover, note, certificate, by, on } = command
  if (by !== state.owner && !mayEnter(state, command, context)) return err({ type: 'NotYours', person: state.owner })
  const type = context.company.leaveTypes.find(({ id }) => id === leaveType)
  if (!type) return err({ type: 'UnknownLeaveType', leaveType })
  if (!type.sickness) return err({ type: 'NotSickness', leaveType })
  const malformed = notDates(dates)
  if (malformed) return err(malformed)
  const far = tooFarAhead(on, rangeOf(dates).last)
  if (far) return err(far)
  const absent = notEmployedWithin(dates, state)
  if (absent) return err({ type: 'NotEmployed', on: absent })
  const { overLeave } = type.sickness
  const facts = factsOf(state, context.documents)
  const sickTypes = context.company.leaveTypes.filter(({ sickness }) => sickness !== null).map(({ id }) => id)
  const clash = overlapping(
    command,
    state,
    facts,
    (other) => sickTypes.includes(other.leaveType) || !comesBack(overLeave, other.leaveType),
  )
  if (clash) return err(clash)
  const refusal = coverRefusal(context.office, { person: state.owner, cover, dates })
  if (refusal) return err(refusal)
  const charges = chargesFor(facts, leaveType, dates, acceptedBefore(facts.leaves, request))
  const short = notCovered(facts, leaveType, charges, request)
  if (short) return err(short)
  const asking = { request, leaveType, dates, charges, cover, note, by, on }
  const recorded: Event = { type: 'SicknessRecorded', ...asking, certificate, overLeave }
  const dropped = state.requests
    .filter((other) => liesOverChange(dates, other, facts))
    .map((other): Event => ({ type: 'ChangeWithdrawn', request: other.request, by, on }))
  return ok(withCharges(state, [recorded, ...dropped], context, { kind: 'sickness', document: request, version: 0 }))
}

/** Who was ill asks anew for what their leave was to become: it was counted on being well. */
const liesOverChange = (dates: Dates, { dates: leave, proposal }: Asked, facts: Facts): boolean =>
  proposal !== null && [leave, proposal.dates].some((other) => overlap(other, dates, (day) => noonOn(facts, day)))

/** Whether sickness may lie over leave of a type. */
export const comesBack = (overLeave: OverLeave, leaveType: string): boolean =>
  overLeave.kind === 'givesBack' && (overLeave.leaveTypes === null || overLeave.leaveTypes.includes(leaveType))
