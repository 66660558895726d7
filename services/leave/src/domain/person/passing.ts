import { ok } from '@awayday/kernel'
import { deadlinesOf } from '../approval/deadlines.ts'
import { dueBy } from '../approval/due.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { shortOf } from './deciding.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { reminders } from './reminding.ts'
import type { Decided } from './requesting.ts'
import { said } from './said.ts'
import { type Asked, requestOf, type State } from './state.ts'
import { withOthers } from './with-others.ts'

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
  const { office } = context
  const due = dueBy(office, asked.approval, deadlinesOf(office, asked.approval), on)
  const words = due.map((event) => said(event, null))
  if (!shortOf(words, asked, state, context)) return withOthers(state, words, asked, context)
  return due.map((event): Event => {
    const { type, request, on: day } = event
    if (type === 'LeaveApproved') return { type: 'LeaveExpired', request, by: null, on: day }
    if (type === 'ChangeApproved') return { type: 'ChangeExpired', request, by: null, on: day }
    return said(event, null)
  })
}
