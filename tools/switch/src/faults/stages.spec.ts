import { eachFault } from '@awayday/faults'
import { describe, expect, test } from 'vitest'
import { capture } from '../stages/capture.ts'
import { copy, tail } from '../stages/copy.ts'
import { cutOver } from '../stages/cut-over.ts'
import { deleteLeft } from '../stages/delete-left.ts'
import { finish } from '../stages/finish.ts'
import { rollback } from '../stages/rollback.ts'
import { verifyMove } from '../stages/verify-move.ts'
import { waitsOf } from '../stages/waits.ts'
import type { World } from '../stages/world.ts'
import { noted } from '../testing/on-the-move.ts'
import { acme, founded, goesOn, named, used, whatThereIs } from './company.ts'
import { isTrouble, movingGround } from './ground.ts'

/** On a machine that does other things as well. */
const BUSY_MS = 300_000
const quick = { again: 0, pauseMs: 0 }

/** What was written since the tail is a difference: an operator calls both again. */
const verified = async (world: World): Promise<void> => {
  for (let rounds = 1; rounds <= 3; rounds++) {
    await tail(world, [acme])
    if ((await verifyMove(world, acme, { looking: quick })).sentences.length === 0) return
  }
}

const stages = {
  capture: (world: World) => capture(world, acme),
  copy: (world: World) => copy(world, [acme]),
  tail: (world: World) => tail(world, [acme]),
  verify: verified,
  'cut-over': (world: World) => cutOver(world, [acme], quick),
  finish: (world: World) => finish(world, [acme], waitsOf(world), quick),
  delete: (world: World) => deleteLeft(world, acme, quick),
} as const
const there = Object.entries(stages)
/** There, back again, and there. */
const thereAndBack = [
  ...there.slice(0, 5),
  ['rollback', (world: World) => rollback(world, [acme], waitsOf(world))] as const,
]

/** Tries one stage after the ones before it, and goes on with the ones that follow. */
const tried = async (all: readonly (readonly [string, (world: World) => Promise<unknown>])[], nth: number) => {
  await using ground = await movingGround()
  await founded(ground)
  for (const [, stage] of all.slice(0, nth)) await stage(ground.world())
  await noted(ground.quiet, acme, 'ana', 'before the stage')
  await noted(ground.quiet, acme, 'dan', 'before the stage')
  await named(ground.quiet, 'ben', 'Ben')
  await used(ground.quiet, 'before the stage')
  const rewind = await ground.bookmark()
  return await eachFault({
    rewind,
    run: async (process) => {
      await ground.quiet.sweep() // the product is at work
      await all[nth]?.[1](ground.world(process))
    },
    settled: async () => {
      await goesOn(ground.product())
      for (const [, stage] of all.slice(nth + 1)) await stage(ground.world())
      await ground.quiet.sweep()
      await ground.quiet.sweep()
      return whatThereIs(ground)
    },
    isTrouble,
    meanwhile: () => goesOn(ground.product()),
  })
}

describe('with each fault at each call of a port, a stage that is called again is whole, and nothing is lost, doubled or told twice:', () => {
  test.each(there.map(([name], n) => [name, n] as const))('%s', { timeout: BUSY_MS }, async (_name, n) => {
    expect((await tried(there, n)).calls).not.toEqual([])
  })

  test('rollback', { timeout: BUSY_MS }, async () => {
    expect((await tried(thereAndBack, 5)).calls).not.toEqual([])
  })
})
