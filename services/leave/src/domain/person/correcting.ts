import { correctionsOf } from '../ledger/corrections-of.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { factsOf } from './facts-of.ts'
import type { State } from './state.ts'

/** What events change in leave years that are closed, oldest first. */
export const correctedYears = (state: State, events: readonly Event[], { documents }: Context): readonly Event[] => {
  if (state.closedYears.length === 0 || events.length === 0) return []
  const after = events.reduce(evolve, state)
  return correctionsOf(factsOf(state, documents), factsOf(after, documents)).map(
    (correction): Event => ({ type: 'YearCorrected', ...correction }),
  )
}
