import type { LocalDate } from '@awayday/kernel'
import type { Whereabouts } from './charged.ts'
import { freedOn } from './freed-on.ts'
import { planOn } from './plan-on.ts'
import type { Slot } from './slot.ts'
import { calendarOn } from './work-on.ts'

type Half = 'am' | 'pm' | 'half'

/** Both halves of a day on which nothing is worked. */
export const offSlots = (where: Whereabouts, day: LocalDate): readonly Slot[] =>
  planOn(where.schedules, day).halves === 'half'
    ? [freed(where, day, 'half'), { part: 'half', state: 'free', leave: null }]
    : [offSlot(where, day, 'am'), offSlot(where, day, 'pm')]

/** A half that is not worked while the other one is, or is spoken of alone. What nobody planned is free, holiday or not. */
export const offSlot = (where: Whereabouts, day: LocalDate, part: Half): Slot => {
  const { halves } = planOn(where.schedules, day)
  return halves === 'whole' || (halves === part && part !== 'half')
    ? freed(where, day, part)
    : { part, state: 'free', leave: null }
}

/** What is free twice is a holiday. */
const freed = (where: Whereabouts, day: LocalDate, part: Half): Slot => {
  const calendar = calendarOn(where, day)
  const { am, pm, half } = freedOn(calendar && { ...calendar, closings: [] }, day, 'free')
  const holiday = half || (part !== 'pm' && am) || (part !== 'am' && pm)
  return { part, state: holiday ? 'holiday' : 'closing', leave: null }
}
