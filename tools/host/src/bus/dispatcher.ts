import { setImmediate } from 'node:timers/promises'
import type { AcceptedEvent } from '@awayday/bus/sqlite'
import type { Clock } from '@awayday/clock'
import { addMs } from '@awayday/kernel'
import { reasonOf } from '../functions/invoke.ts'
import type { EventPattern } from '../patterns/pattern.ts'
import type { Work } from '../state/ticker.ts'
import type { Delivery, DeliveryTable } from './delivery-table.ts'

export type Target = { readonly id: string; readonly pattern: EventPattern }

/**
 * After a failure an event comes again; after the last of these it is parked: kept, shown, and driven again on demand.
 * EventBridge tries for 24 hours as well.
 *
 *   0    1 s   6 s   36 s   2:36   12:36   1:12:36   7:12:36   24:12:36
 *   |-----|-----|-----|------|-------|--------|---------|---------| parked
 */
const MINUTE = 60_000
export const RETRY_AFTER_MS = [1_000, 5_000, 30_000, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 360 * MINUTE, 1020 * MINUTE]

/** So many deliveries run side by side. */
const AT_ONCE = 8

export type Dispatcher = Work & {
  /** Resolves when all that is due has been tried. */
  settled(): Promise<void>
}

/** Routes what the bus accepted and delivers it, each to each of its targets at least once, in no promised order. */
export const dispatcher = (
  table: DeliveryTable,
  clock: Clock,
  targets: readonly Target[],
  deliver: (target: string, event: AcceptedEvent) => Promise<unknown>,
): Dispatcher => {
  const running = new Map<number, Promise<void>>()
  const targetsOf = (event: AcceptedEvent): readonly string[] =>
    targets.filter(({ pattern }) => pattern(event)).map(({ id }) => id)

  const attempt = async ({ id, target, event, tries }: Delivery): Promise<void> => {
    await setImmediate() // many deliveries in a row must not keep requests waiting
    try {
      await deliver(target, event)
      table.succeeded(id)
    } catch (trouble) {
      const pause = RETRY_AFTER_MS[tries]
      table.failed(id, pause === undefined ? undefined : addMs(clock.now(), pause), reasonOf(trouble))
    }
  }

  const start = (): void => {
    while (table.route(targetsOf, clock.now())) {}
    for (const delivery of table.due(clock.now(), AT_ONCE * 2)) {
      if (running.size >= AT_ONCE) return
      if (running.has(delivery.id)) continue
      const run = attempt(delivery).finally(() => running.delete(delivery.id))
      running.set(delivery.id, run)
    }
  }

  const settled = async (): Promise<void> => {
    for (start(); running.size > 0; start()) await Promise.race(running.values())
    table.forgetOld()
  }

  return { settled, runDue: settled, nextDue: () => table.nextDue() }
}
