import { stream, whole } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { noted, onTheMove } from '../testing/on-the-move.ts'
import { capture } from './capture.ts'
import { copy } from './copy.ts'
import { cutOver } from './cut-over.ts'
import { deleteLeft } from './delete-left.ts'
import { finish } from './finish.ts'
import { verifyMove } from './verify-move.ts'
import { waitsOf } from './waits.ts'

const acme = 'acme' as TenantId
const quick = { again: 0, pauseMs: 0 }

test('what a call writes into the old home after the last sweep is brought, and what the new home has otherwise is told', async () => {
  await using move = await onTheMove()
  const { world, product } = move
  await product.tenants.settle(acme, 'mongodb')
  await noted(product, acme, 'ana', 'first')
  await product.sweep()
  await capture(world, acme)
  await copy(world, [acme])
  await verifyMove(world, acme, { looking: quick })
  await cutOver(world, [acme], quick)

  // Calls that outlive the wait: they write by the route from before the announcement, while the home is being changed.
  let late = true
  const tell = ({ waiting = '' }: { readonly waiting?: string }) => {
    if (late && waiting.includes('old routes')) late = false
  }
  const pause = async (ms: number): Promise<void> => {
    await world.pause(ms)
    if (late || (await world.from.records.load(acme, 'card', 'late'))) return
    const old = { events: world.from.events }
    await noted(old, acme, 'late', 'one')
    await noted(old, acme, 'twice', 'by a call of the old route')
    await noted({ events: world.to.events }, acme, 'twice', 'by the same person who tried again')
    await world.from.records.save(acme, { kind: 'card', id: 'late', data: { name: 'Late' } }, 0)
  }
  const finished = await finish({ ...world, tell, pause }, [acme], waitsOf(world), quick)

  expect(finished).toMatchObject([{ late: { brought: ['person/late', 'card#late'], left: ['person/twice'] } }])
  const fresh = product.start()
  expect((await whole(fresh.events, stream(acme, 'person', 'late'))).records).toHaveLength(2)
  expect(await fresh.records.load(acme, 'card', 'late')).toMatchObject({ data: { name: 'Late' } })
  await expect(deleteLeft(world, acme, quick)).rejects.toThrow('No seal ends person/twice of acme in mongodb')
})
