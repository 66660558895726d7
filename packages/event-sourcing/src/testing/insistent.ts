import type { EventStore } from '../event-store.port.ts'
import { isStoreUnavailable } from '../store-unavailable.ts'

/** Asks again, in the same words, whenever the store did not answer: what a caller may do with every method of the port. */
export const insistent = (store: EventStore): EventStore => ({
  read: (...call) => again(() => store.read(...call)),
  append: (...call) => again(() => store.append(...call)),
  heads: (...call) => store.heads(...call),
})

const again = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await ask()
    } catch (trouble) {
      if (!isStoreUnavailable(trouble)) throw trouble
    }
  }
}
