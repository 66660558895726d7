import { type Consumer, readBody } from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { ownerOf } from '../person-stream.ts'
import { bringUpToDate } from './bring-up-to-date.ts'

/** People who are brought up to date at the same time. */
const WIDTH = 8

/**
 * Follows the settings of a company, and tells everybody whom they touch. Seen again, it finds nothing to say; ended in the middle, it starts
 * over and finds the rest.
 */
export const applySettings = (world: World): Consumer => ({
  name: 'apply-settings',
  consume: async ({ stream, record }) => {
    const { at, correlation } = readBody(record)
    const meta = {
      tenant: stream.tenant,
      actor: 'system:awayday.settings',
      correlation,
      cause: `${stream.name}@${record.version}`,
      at,
    }
    const bring = bringUpToDate(world)
    let some: Promise<void>[] = []
    for await (const { stream: one } of world.store.heads(stream.tenant)) {
      const person = ownerOf(one)
      if (person) some.push(bring(person, meta))
      if (some.length < WIDTH) continue
      await Promise.all(some)
      some = []
    }
    await Promise.all(some)
  },
})
