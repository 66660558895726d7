import type { FaultsOf } from '@awayday/faults'
import { type Bus, BusUnavailable } from '../bus.port.ts'

/** A part of what is published may be accepted, and the rest not. */
export const busFaults: FaultsOf<Bus> = {
  trouble: (what) => new BusUnavailable(what),
  calls: { publish: { part: (part, events) => [part(events)] } },
}
