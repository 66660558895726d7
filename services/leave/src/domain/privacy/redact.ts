import { type PersonId, unreachable } from '@awayday/kernel'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import type { Sight } from './sight.ts'

/** A leave as it is shown; null: none of the viewer's business, or not there. */
export type Shown = {
  readonly person: PersonId
  readonly dates: Dates
  readonly status: 'pending' | 'accepted' | 'over'
  readonly leaveType: string | null
  readonly request: string | null
  readonly charges: readonly Charge[] | null
  readonly reason: string | null
}

/** What is left of a leave for somebody who may see so much. Undefined: for them there is no such leave. */
export const redact = (leave: Shown, sight: Sight): Shown | undefined => {
  const { person, dates, status, leaveType } = leave
  const away: Shown = { person, dates, status, leaveType: null, request: null, charges: null, reason: null }
  switch (sight) {
    case 'nothing':
      return undefined
    case 'away':
      return away
    case 'type':
      return { ...away, leaveType }
    case 'all':
      return leave
    default:
      return unreachable(sight)
  }
}
