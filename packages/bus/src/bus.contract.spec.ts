import { DatabaseSync } from 'node:sqlite'
import { onTrial } from '@awayday/contract-testing'
import { acceptedBy } from './adapters/sqlite/accepted.ts'
import { sqliteBus } from './adapters/sqlite/bus.ts'
import { busContract, given, type ObservedBus } from './bus.contract.ts'
import type { Bus, BusEvent } from './bus.port.ts'

type Publish = Bus['publish']
const saboteur =
  (sabotage: (publish: Publish) => Publish) =>
  (honest: ObservedBus): ObservedBus => ({ ...honest, bus: { publish: sabotage(honest.bus.publish) } })

/** Publishes each event changed. */
const changing = (change: (event: BusEvent) => BusEvent) =>
  saboteur((publish) => (events) => publish(events.map(change)))

onTrial('the contract of a bus', busContract, {
  open: async () => {
    const bus = sqliteBus(new DatabaseSync(':memory:'))
    return { bus, received: acceptedBy(bus) }
  },
  given,
  saboteurs: {
    'takes the first ten of a call': saboteur((publish) => (events) => publish(events.slice(0, 10))),
    'drops the large ones': saboteur(
      (publish) => (events) => publish(events.filter((event) => JSON.stringify(event).length < 100_000)),
    ),
    'publishes one by one until one is refused': saboteur((publish) => async (events) => {
      for (const event of events) await publish([event])
    }),
    'fails when there is nothing to publish': saboteur(
      (publish) => async (events) => (events.length === 0 ? Promise.reject(new Error('nothing')) : publish(events)),
    ),
    'drops what it saw before': saboteur((publish) => {
      const seen = new Set<string>()
      return (events) => publish(events.filter(({ id }) => !seen.has(id) && seen.add(id)))
    }),
    'keeps seconds only': changing((event) => ({ ...event, at: `${event.at.slice(0, 19)}.000Z` as typeof event.at })),
    'loses text that is not ASCII': changing((event) => ({
      ...event,
      data: JSON.parse(JSON.stringify(event.data).replace(/[^ -~]/g, '')),
    })),
  },
})
