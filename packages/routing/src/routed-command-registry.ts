import type { CommandRegistry } from '@awayday/event-sourcing'
import { inStore, type Known } from './known.ts'
import type { Routes } from './routes.ts'

/** Keys are noted in the tenant's home, and under an announced move where it goes to as well: so both know them whenever home changes. */
export const routedCommandRegistry = (stores: Known<CommandRegistry>, routes: Routes): CommandRegistry => {
  const [alone] = stores.size === 1 ? stores.values() : []
  return {
    async note(key, use, at) {
      if (alone) return alone.note(key, use, at)
      const { home, to = home } = await routes.of(key.tenant)
      const noted = await inStore(stores, home).note(key, use, at)
      if (to === home) return noted
      // As of when it was noted at home, whichever try comes this far: rows of two stores are compared byte by byte.
      const there = await inStore(stores, to).note(key, noted.first, noted.at)
      return { ...there, again: noted.again || there.again }
    },
  }
}
