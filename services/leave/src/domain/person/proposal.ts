import type { PersonId } from '@awayday/kernel'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import type { Doing } from './events.ts'

/** What accepted leave is to become, while that waits for approval: the leave itself counts as it stands. */
export type Proposal = Doing & {
  readonly dates: Dates
  readonly charges: readonly Charge[]
  readonly cover: PersonId | null
}
