import { stoppedClock } from '@awayday/clock'
import type { EventStore } from '@awayday/event-sourcing'
import { expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { furnished } from '#testing/office.ts'
import { personStream, tellPerson } from './person-stream.ts'

const clock = stoppedClock('2026-05-04T08:00:00.000Z')
const secret = 'a secret for the streams of people'

test('what was read is read once: the next read from the start is answered by it, the one after by the store', async () => {
  const world = await compose({ AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: secret }, { clock })
  const { tenant, ana } = await furnished(world, clock, 'office')
  let reads = 0
  const store: EventStore = {
    ...world.store,
    read: (...asked) => {
      reads++
      return world.store.read(...asked)
    },
  }
  const told = await tellPerson({ ...world, store }, tenant, ana.person)
  const again = await told.store.read(personStream(tenant, ana.person))
  expect([reads, again.ok && again.value.head.version]).toEqual([1, 1])
  expect((await told.store.read(personStream(tenant, ana.person))).ok).toBe(true)
  expect(reads).toBe(2)
})
