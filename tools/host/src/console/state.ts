import { fromEpochMs } from '@awayday/kernel'
import type { Trigger } from '@awayday/manifest'
import type { Insides } from './insides.ts'

const INVOCATIONS_SHOWN = 50

/** What the console shows, as JSON. */
export const hostState = ({ planned, clock, invocations, deliveries }: Insides) => {
  const last = invocations.last()
  return {
    now: clock.now(),
    functions: planned.functions.map(({ id, manifest }) => ({
      id,
      trigger: manifest.on.kind,
      on: described(manifest.on),
      lastRuns: last.filter((each) => each.function === id).length,
    })),
    invocations: last
      .slice(-INVOCATIONS_SHOWN)
      .toReversed()
      .map((each) => ({ ...each, at: fromEpochMs(each.at) })),
    events: deliveries.events().map(({ position, event, left }) => ({
      position,
      type: event['detail-type'],
      source: event.source,
      time: event.time,
      id: event.id,
      /** Targets that have not got it yet. */
      left,
    })),
    deliveries: deliveries.troubled(),
  }
}

const described = (on: Trigger): string => {
  switch (on.kind) {
    case 'http':
      return on.routes.join(', ')
    case 'graphql':
      return on.schema
    case 'stream':
      return on.table
    case 'event':
      return `${on.from}: ${on.types.join(', ')}`
    case 'schedule':
      return on.expression
    case 'authorizer':
      return 'bearer tokens'
  }
}
