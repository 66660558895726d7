import type { LocalBus } from '@awayday/bus/sqlite'
import type { Clock } from '@awayday/clock'
import type { Instant } from '@awayday/kernel'
import type { DeliveryTable } from '../bus/delivery-table.ts'
import type { InvocationLog } from '../functions/invocations.ts'
import type { Invoke } from '../functions/invoke.ts'
import type { HttpResponse } from '../http/response.ts'
import type { Plan } from '../manifests/plan.ts'
import type { Feeds } from '../streams/open-feeds.ts'

/** All that the host's own pages show and move. */
export type Insides = {
  readonly planned: Plan
  readonly clock: Clock
  readonly bus: LocalBus
  readonly invocations: InvocationLog
  readonly deliveries: DeliveryTable
  readonly feeds: Feeds
  readonly invoke: Invoke
  /** Something became due. */
  readonly wake: () => void
  readonly travelTo: (to: Instant) => void
}

/** An action gets the parsed body (undefined: there was none) and the words of its path. */
export type Action = (body: unknown, words: readonly string[]) => Promise<HttpResponse>
