import { ok } from '@awayday/kernel'
import { deadlinesOf } from '../approval/deadlines.ts'
import { dueBy } from '../approval/due.ts'
import { notCovered } from '../ledger/not-covered.ts'
import { withCharges } from './applying.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { acceptedBy, changesOtherLeave } from './deciding.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { factsOf } from './facts-of.ts'
import { reminders } from './reminding.ts'
import type { Decided } from './requesting.ts'
import { said } from './said.ts'
import { type Asked, requestOf, type State } from './state.ts'

/**
 * What time has brought about by the end of a day where nobody said anything: escalations, expiry, consent by silence. Then who is to
 * be reminded on the morning after.
 */
export const pass = ({ on }: CommandOf<'Pass'>, state: State, context: Context): Decided => {
  const happened: Event[] = []
  let now = state
  for (const { request } of state.requests)
    for (;;) {
      const asked = requestOf(now, request)
      const due = asked ? dueOf(asked, now, on, context) : []
      if (due.length === 0) break
      happened.push(...due)
      now = due.reduce(evolve, now)
    }
  return ok([...happened, ...reminders(now, on, context)])
}

/** Silence gives no days that are not there. */
const dueOf = (asked: Asked, state: State, on: CommandOf<'Pass'>['on'], context: Context): readonly Event[] => {
  const { office, documents } = context
  const due = dueBy(office, asked.approval, deadlinesOf(office, asked.approval), on)
  const charges = acceptedBy(due, asked)
  const short = charges && notCovered(factsOf(state, documents), asked.leaveType, charges, asked.request)
  const events = due.map((event): Event => {
    const { type, request, on: day } = event
    if (short && type === 'LeaveApproved') return { type: 'LeaveExpired', request, by: null, on: day }
    if (short && type === 'ChangeApproved') return { type: 'ChangeExpired', request, by: null, on: day }
    return said(event, null)
  })
  return changesOtherLeave(events, asked)
    ? withCharges(state, events, context, { kind: 'leave', document: asked.request, version: 0 })
    : events
}
