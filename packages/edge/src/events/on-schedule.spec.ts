import { expect, test } from 'vitest'
import { world } from '../testing/world.ts'
import { onSchedule } from './on-schedule.ts'

test('a schedule runs with the world', async () => {
  const ran: unknown[] = []
  await onSchedule({
    world: Promise.resolve(world),
    run: async (given) => {
      ran.push(given)
    },
  })({})
  expect(ran).toEqual([world])
})
