import { addDays, type LocalDate, type PersonId } from '@awayday/kernel'
import { deadlinesOf, type Reminder } from '../approval/deadlines.ts'
import { isOpen, type Open } from '../approval/passing.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { named } from './rows.ts'
import type { Asked, Reminded, State } from './state.ts'

/** Who is to be reminded on the day after `on`, or should have been before: each once, for the longest they have been waited for. */
export const reminders = (state: State, on: LocalDate, { office }: Context): readonly Event[] =>
  state.requests.flatMap((asked) => {
    const { approval } = asked
    if (!isOpen(approval)) return []
    const due = deadlinesOf(office, approval).filter(({ on: day }) => day <= addDays(on, 1))
    const latest = new Map<PersonId, Reminder>()
    for (const one of due) if (one.kind === 'reminder') latest.set(one.who, one)
    return [...latest.values()].filter((one) => !isSaid(asked, approval, one)).map((one) => reminded(asked, one))
  })

const reminded = ({ request }: Asked, { who, after, on }: Reminder): Event => ({
  type: 'LeaveReminded',
  request,
  who: named(who),
  after,
  by: null,
  on,
})

/** Said since their time began to count. */
const isSaid = (asked: Asked, { waiting }: Open, { who, after }: Reminder): boolean => {
  const { cover } = waiting
  const since = cover?.person === who && cover.agrees === null ? waiting.asked : waiting.since
  return asked.reminded.some((it: Reminded) => it.who === named(who) && it.after >= after && since < it.on)
}
