import type { EventStore, Route } from '@awayday/event-sourcing'
import { listed } from '@awayday/event-sourcing/contracts'
import { eachFault, type Process } from '@awayday/faults'
import { describe, expect, test } from 'vitest'
import { announce } from '../stages/announce.ts'
import { capture } from '../stages/capture.ts'
import { copy, tail } from '../stages/copy.ts'
import { cutOver } from '../stages/cut-over.ts'
import { finish } from '../stages/finish.ts'
import { standing } from '../stages/standing.ts'
import { verifyMove } from '../stages/verify-move.ts'
import { waitsOf } from '../stages/waits.ts'
import type { World } from '../stages/world.ts'
import { acme, founded, goesOn, whatThereIs } from './company.ts'
import { isTrouble, type MovingGround, movingGround } from './ground.ts'

/** On a machine that does other things as well. */
const BUSY_MS = 300_000
const quick = { again: 0, pauseMs: 0 }

const copied = async (world: World) => {
  await capture(world, acme)
  await copy(world, [acme])
  await tail(world, [acme])
  await verifyMove(world, acme, { looking: quick })
}
const announced = async (world: World) => {
  await copied(world)
  await announce(world, await standing(world, acme), world.to.name)
}
/** A mover that died in the middle: one stream is sealed, and its seal was not brought. */
const abandoned = async (world: World) => {
  await announced(world)
  const dead = { ...world, to: { ...world.to, events: { ...world.to.events, append: () => Promise.reject(died) } } }
  await expect(cutOver(dead, [acme], quick)).rejects.toBe(died)
  const versions = await Promise.all([world.from, world.to].map(({ events }) => headsOf(events)))
  expect(versions).toEqual([
    [3, 3],
    [2, 2],
  ])
}
const headsOf = async (store: EventStore) => (await listed(store.heads(acme))).map(({ head }) => head.version)
const died = new Error('the mover has died')
const cut = async (world: World) => {
  await copied(world)
  await cutOver(world, [acme], quick)
}
const comingBack = async (world: World) => {
  await cut(world)
  await announce(world, await standing(world, acme), world.from.name)
}
const finished = async (world: World) => {
  await cut(world)
  await finish(world, [acme], waitsOf(world), quick)
}

const never: Route = { home: 'mongodb', epoch: 0 }
/** How far the move is, and what the process has heard of it last. */
const moments: Readonly<Record<string, readonly [(world: World) => Promise<void>, Route?]>> = {
  'copied, but nothing announced': [copied],
  announced: [announced],
  'announced, and it has not heard': [announced, never],
  'left in the middle by a mover that died': [abandoned],
  'left in the middle by a mover that died, and it has not heard': [abandoned, never],
  'cut over': [cut],
  'cut over, and it has not heard': [cut, never],
  'coming back': [comingBack],
  'coming back, and it has heard of the way there': [comingBack, { home: 'mongodb', epoch: 1, to: 'dynamodb' }],
  finished: [finished],
}

const clients = async (ground: MovingGround, process: Process | undefined, heard: Route | undefined) =>
  goesOn(ground.product(process, heard))

describe('what clients of a company do has one effect each, with each fault at each call of a port, when its move is', () => {
  test.each(Object.entries(moments))('%s', { timeout: BUSY_MS }, async (_moment, [until, heard]) => {
    await using ground = await movingGround()
    await founded(ground)
    await until(ground.world())
    const { calls } = await eachFault({
      rewind: await ground.bookmark(),
      run: (process) => clients(ground, process, heard),
      settled: async () => {
        await ground.quiet.sweep()
        await ground.quiet.sweep()
        return whatThereIs(ground)
      },
      isTrouble,
    })
    expect(calls).not.toEqual([])
  })
})
