import { type Consumer, isUnavailable, readBody } from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { ownerOf } from '../person-stream.ts'
import { bringUpToDate } from './bring-up-to-date.ts'

/** People who are brought up to date at the same time. */
const WIDTH = 8

/**
 * Follows the settings of a company, and tells everybody whom they touch. Seen again, it finds nothing to say; ended in the middle, it
 * starts over and finds the rest. One person whose stream is in trouble keeps nobody else from being told. Two small reads a person who is
 * not touched, three more reads and a write for whoever is.
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
    const troubles: unknown[] = []
    let some: Promise<void>[] = []
    const told = async () => {
      const outcomes = await Promise.allSettled(some)
      troubles.push(...outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])))
      some = []
    }
    for await (const { stream: one } of world.store.heads(stream.tenant)) {
      const person = ownerOf(one)
      if (person) some.push(bring(person, meta))
      if (some.length === WIDTH) await told()
    }
    await told()
    // What passes is tried again; what does not is for people to see.
    if (troubles.length > 0) throw troubles.find(isUnavailable) ?? troubles[0]
  },
})
