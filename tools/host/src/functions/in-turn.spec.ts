import { stream } from '@awayday/manifest'
import { expect, test } from 'vitest'
import type { HostFunction } from './host-function.ts'
import { inTurn } from './in-turn.ts'

const fn = (id: string): HostFunction => ({
  id,
  service: 'any',
  name: id,
  manifest: { on: stream('events') },
  module: new URL('file:///none'),
})

/** A function that answers when it is told to. */
const held = () => {
  const open: (() => void)[] = []
  const run = () =>
    new Promise<{ readonly answer: unknown }>((answered) => open.push(() => answered({ answer: open.length })))
  return { run, open, release: () => open.shift()?.() }
}

test('so many run at once, and the next when one is done', async () => {
  const { run, open, release } = held()
  const turns = inTurn(run, { atOnce: 2, patienceMs: 1_000 })
  const runs = [1, 2, 3].map((n) => turns(fn('any/one'), n))
  expect(open).toHaveLength(2)
  release()
  await runs[0]
  await expect.poll(() => open.length).toBe(2)
  release()
  release()
  expect(await Promise.all(runs)).toHaveLength(3)
})

test('whoever waits too long is refused by name, and leaves no gap', async () => {
  const { run, open, release } = held()
  const turns = inTurn(run, { atOnce: 1, patienceMs: 20 })
  const first = turns(fn('any/one'), 1)
  await expect(turns(fn('any/one'), 2)).rejects.toMatchObject({ name: 'TooManyRequestsException' })
  release()
  await first
  const next = turns(fn('any/one'), 3)
  expect(open).toHaveLength(1)
  release()
  await next
})

test('functions do not wait for each other', async () => {
  const { run, open, release } = held()
  const turns = inTurn(run, { atOnce: 1, patienceMs: 1_000 })
  const runs = [turns(fn('any/one'), 1), turns(fn('any/other'), 2)]
  expect(open).toHaveLength(2)
  release()
  release()
  await Promise.all(runs)
})

test('a run that fails gives its place on', async () => {
  const turns = inTurn(() => Promise.reject(new Error('told to')), { atOnce: 1 })
  for (const n of [1, 2, 3]) await expect(turns(fn('any/one'), n)).rejects.toThrow('told to')
})
