import { addMs, type Instant } from '@awayday/kernel'
import { timeoutSOf } from '@awayday/manifest'
import { ROUTES_FRESH_MS } from '@awayday/routing'
import type { World } from './world.ts'

/** How long is waited for others before something is taken away that they may still go by. */
export type Waits = {
  /** Until every process goes by a row that was written: routes are looked up again after this time. */
  readonly learntMs: number
  /** Until whatever was begun by an older row is over as well: the longest that a function of the service may run, and 5 s. */
  readonly overMs: number
}

/** `calls`: seconds after which whoever runs the product knows that every call is over; the manifest's longest by default. */
export const waitsOf = ({ service }: Pick<World, 'service'>, calls?: number): Waits => {
  const timeouts = Object.values(service.functions).map(timeoutSOf)
  const longestS = calls ?? Math.max(0, ...timeouts) + 5
  return { learntMs: ROUTES_FRESH_MS, overMs: ROUTES_FRESH_MS + longestS * 1_000 }
}

/** Waits until so long after an instant, telling why. */
export const waitSince = async (
  { clock, pause, stop, tell, service }: World,
  since: Instant,
  ms: number,
  step: { readonly stage: string; readonly tenant?: string; readonly waiting: string },
): Promise<void> => {
  const until = addMs(since, ms)
  for (let told = ''; clock.now() < until; ) {
    stop.throwIfAborted()
    if (told !== step.waiting) tell({ ...step, service: service.name, until })
    told = step.waiting
    await pause(PAUSE_MS)
  }
}

/** Short enough for Ctrl-C. */
export const PAUSE_MS = 200
