import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { acceptedBy } from './adapters/sqlite/accepted.ts'
import { sqliteBus } from './adapters/sqlite/bus.ts'
import { busContract, given, type ObservedBus } from './bus.contract.ts'
import type { Bus } from './bus.port.ts'

const observed = (sabotage: (honest: Bus) => Bus): ObservedBus => {
  const honest = sqliteBus(new DatabaseSync(':memory:'))
  return { bus: sabotage(honest), received: acceptedBy(honest) }
}
const verdicts = async (sabotage: (honest: Bus) => Bus): Promise<readonly boolean[]> => {
  const outcomes = await Promise.allSettled(
    Object.values(busContract).map((holds) => holds(observed(sabotage), given())),
  )
  return outcomes.map(({ status }) => status === 'fulfilled')
}

const saboteurs: Record<string, (honest: Bus) => Bus> = {
  'takes the first ten of a call': (honest) => ({ publish: (events) => honest.publish(events.slice(0, 10)) }),
  'drops the large ones': (honest) => ({
    publish: (events) => honest.publish(events.filter((event) => JSON.stringify(event).length < 100_000)),
  }),
  'publishes one by one until one is refused': (honest) => ({
    publish: async (events) => {
      for (const event of events) await honest.publish([event])
    },
  }),
  'keeps seconds only': (honest) => ({
    publish: (events) =>
      honest.publish(events.map((event) => ({ ...event, at: `${event.at.slice(0, 19)}.000Z` as typeof event.at }))),
  }),
  'drops what it saw before': (honest) => {
    const seen = new Set<string>()
    return { publish: (events) => honest.publish(events.filter(({ id }) => !seen.has(id) && seen.add(id))) }
  },
  'loses text that is not ASCII': (honest) => ({
    publish: (events) =>
      honest.publish(
        events.map((event) => ({ ...event, data: JSON.parse(JSON.stringify(event.data).replace(/[^ -~]/g, '')) })),
      ),
  }),
}

test('an honest bus keeps the contract', async () => expect(await verdicts((honest) => honest)).not.toContain(false))

test.each(Object.entries(saboteurs))('a bus that %s is caught', async (_name, sabotage) =>
  expect(await verdicts(sabotage)).toContain(false),
)
