import type { LocalDate, PersonId } from '@awayday/kernel'
import { waitsFor } from '../approval/waits-for.ts'
import type { Context } from './context.ts'
import { placeOn } from './employment.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { officeOf } from './office-of.ts'
import { named } from './rows.ts'
import type { State } from './state.ts'

/**
 * For whom requests wait once these events have happened, where that is not what their own stream says already: deputies, levels above, whoever
 * is asked as well. Inboxes are made of it; who may decide is read anew each time.
 */
export const waits = (state: State, events: readonly Event[], on: LocalDate, context: Context): readonly Event[] => {
  const after = events.reduce(evolve, state)
  const office = officeOf(context.office, after)
  return after.requests.flatMap(({ request, approval, waitsFor: known }): readonly Event[] => {
    const people = waitsFor(office, approval, on).map(named)
    if (people.length === 0 || same(people, known ?? [placeOn(after.employment, on)?.approver ?? null])) return []
    return [{ type: 'LeaveWaits', request, for: people, by: null, on }]
  })
}

const same = (a: readonly (PersonId | null)[], b: readonly (PersonId | null)[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
