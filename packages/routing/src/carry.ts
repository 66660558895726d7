import type { Consumer, EventStore, StoreName } from '@awayday/event-sourcing'
import { bring } from './bring.ts'
import type { Known } from './known.ts'
import type { Routes } from './routes.ts'

/**
 * The reverse tail of a move: what was decided in a store that is not the tenant's home is copied into home, so that the
 * views there are fed until they are no longer read, and the way back stays short. Brings all that home lacks, in order.
 */
export const carry = (here: StoreName, stores: Known<EventStore>, routes: Routes): Consumer => ({
  name: 'carry',
  async consume({ stream }) {
    const { home } = await routes.now(stream.tenant)
    if (home !== here) await bring(stores, stream, here, home)
  },
})
