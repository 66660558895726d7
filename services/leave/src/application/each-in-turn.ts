import { isUnavailable } from '@awayday/event-sourcing'
import { inTurns } from '@awayday/kernel'

/** How many are done at the same time. */
const WIDTH = 8

/**
 * Does something for each, some at a time. One in trouble keeps no other from its turn; the trouble is thrown afterwards: such as passes
 * first, so that it is tried again, as what does not is for people to see.
 */
export const eachInTurn = async <T>(
  all: Iterable<T> | AsyncIterable<T>,
  doing: (one: T) => Promise<void>,
): Promise<void> => {
  const troubles: unknown[] = []
  await inTurns(all, doing, { width: WIDTH, onTrouble: (trouble) => troubles.push(trouble) })
  if (troubles.length > 0) throw troubles.find(isUnavailable) ?? troubles[0]
}
