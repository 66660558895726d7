import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stream, whole } from '@awayday/event-sourcing'
import { listed } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { SwitchProblem } from '../problem.ts'
import { noted, onTheMove } from '../testing/on-the-move.ts'
import { capture } from './capture.ts'
import { copy, tail } from './copy.ts'
import { cutOver } from './cut-over.ts'
import { deleteLeft } from './delete-left.ts'
import { finish } from './finish.ts'
import { rollback } from './rollback.ts'
import { verifyMove } from './verify-move.ts'
import { waitsOf } from './waits.ts'
import type { World } from './world.ts'

const [acme, other] = ['acme', 'other'] as [TenantId, TenantId]
const quick = { again: 0, pauseMs: 0 }

const company = async () => {
  const move = await onTheMove()
  for (const tenant of [acme, other]) {
    await move.product.tenants.settle(tenant, 'mongodb')
    for (const id of ['ana', 'ben']) for (let n = 1; n <= 3; n++) await noted(move.product, tenant, id, `${id} ${n}`)
    await move.product.records.save(tenant, { kind: 'card', id: 'ana', data: { name: 'Ana' } }, 0)
  }
  await move.product.sweep()
  return move
}

const stages: readonly ((world: World) => Promise<unknown>)[] = [
  (world) => capture(world, acme),
  (world) => copy(world, [acme]),
  (world) => tail(world, [acme]),
  (world) => verifyMove(world, acme, { looking: quick }),
  (world) => cutOver(world, [acme], quick),
  (world) => finish(world, [acme], waitsOf(world), quick),
  (world) => deleteLeft(world, acme, quick),
]

/** Goes through all stages, the first time in a process that is stopped in between; then each again from the one it was stopped in. */
const throughAll = async (world: World, stopped: World): Promise<boolean> => {
  let was = false
  for (const stage of stages) {
    try {
      await stage(was ? world : stopped)
    } catch (trouble) {
      if (!stopped.stop.aborted || was) throw trouble
      was = true
      await stage(world)
    }
  }
  return was
}

describe('a move', () => {
  test('that is stopped at any of its steps goes on there', async () => {
    const every = process.env['CI'] ? 1 : 7
    for (let count = 1; ; count += every) {
      await using move = await company()
      const was = await throughAll(move.world, move.stoppedAfter(count))
      expect(await move.world.to.tenants.route(acme)).toMatchObject({ home: 'dynamodb', epoch: 1 })
      expect(await listed(move.world.from.items.pages(acme, 'events'))).toEqual([])
      expect((await whole(move.product.start().events, stream(acme, 'person', 'ana'))).records).toHaveLength(4)
      expect(await move.world.from.tenants.route(other)).toMatchObject({ home: 'mongodb', epoch: 0 })
      if (!was) return
    }
  }, 120_000)

  test('bears each stage twice', async () => {
    await using move = await company()
    const { world } = move
    for (const stage of stages) {
      await stage(world)
      await stage(world)
    }
    await expect(verifyMove(world, acme)).rejects.toThrow('acme lives in dynamodb already')
    expect(await world.to.tenants.route(acme)).toMatchObject({ home: 'dynamodb', epoch: 1 })
  })

  test('never skips its verification, nor copies before its capture', async () => {
    await using move = await company()
    const { world } = move
    await expect(copy(world, [acme])).rejects.toThrow(
      'acme is not captured. Nothing is copied before: call capture first.',
    )
    await capture(world, acme)
    await copy(world, [acme])
    await expect(cutOver(world, [acme], quick)).rejects.toThrow(
      'acme is not verified since it was copied. Call verify first.',
    )
    await expect(finish(world, [acme], waitsOf(world), quick)).rejects.toThrow('acme is not cut over to dynamodb')
    await expect(deleteLeft(world, acme, quick)).rejects.toThrow('The move of acme is not finished: call finish first.')
  })

  test('takes nothing for a difference that is only written while it is compared', async () => {
    await using move = await company()
    const { world, product } = move
    await capture(world, acme)
    await copy(world, [acme])
    await noted(product, acme, 'ana', 'meanwhile')
    await noted(product, acme, 'cleo', 'meanwhile')
    expect((await verifyMove(world, acme, { looking: { again: 50, pauseMs: 1 } })).sentences).toEqual([])
  })

  test('does not go by a verification from before it was rolled back', async () => {
    await using move = await company()
    const { world } = move
    for (const stage of stages.slice(0, 5)) await stage(world)
    await rollback(world, [acme], waitsOf(world))
    await expect(cutOver(world, [acme], quick)).rejects.toThrow('Call verify first.')
  })

  test('stops when what goes first differs', async () => {
    await using move = await company()
    const { world, product } = move
    await noted(product, other, 'ana', 'more')
    for (const tenant of [acme, other]) {
      await capture(world, tenant)
      await copy(world, [tenant])
      await verifyMove(world, tenant, { looking: quick })
    }
    const key = 'person/ben#0000000002'
    const [item] = await world.to.items.get(acme, 'events', [key])
    await world.to.items.replace(acme, 'events', [{ key, value: item?.value.replace('"ana"', '"bob"') ?? '' }])
    await expect(cutOver(world, [other, acme], quick)).rejects.toThrow(/^acme went first, and its stores differ/)
    expect(await world.from.tenants.route(other)).toMatchObject({ home: 'mongodb', epoch: 0 })
    expect((await verifyMove(world, acme, { mend: true, looking: quick })).differences).toEqual([])
  })

  test('refuses a state that was cut short, in one sentence', async () => {
    await using move = await company()
    const { world } = move
    await capture(world, acme)
    const file = join(world.folder, 'leave-mongodb-dynamodb.state.json')
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -20))
    await expect(copy(world, [acme])).rejects.toThrow(SwitchProblem)
    await expect(copy(world, [acme])).rejects.toThrow(
      /state\.json was cut short or edited: remove it, and call capture and verify again/,
    )
  })
})
