import { StoreUnavailable } from '@awayday/event-sourcing'
import { expect, test } from 'vitest'
import { eachInTurn } from './each-in-turn.ts'

const twenty = Array.from({ length: 20 }, (_, n) => n)

test('each has its turn, once, some at a time', async () => {
  const done: number[] = []
  let [now, most] = [0, 0]
  await eachInTurn(twenty, async (n) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    done.push(n)
    now--
  })
  expect([done.toSorted((a, b) => a - b), most]).toEqual([twenty, 8])
})

test('one in trouble keeps no other from its turn, and is told afterwards', async () => {
  const done: number[] = []
  const doing = async (n: number) => {
    if (n === 3) throw new Error('a defect')
    done.push(n)
  }
  await expect(eachInTurn(twenty, doing)).rejects.toThrow('a defect')
  expect(done).toHaveLength(19)
})

test('trouble that passes is told first, so that it is tried again', () =>
  expect(
    eachInTurn(twenty, async (n) => {
      if (n === 3) throw new Error('a defect')
      if (n === 5) throw new StoreUnavailable('for a moment')
    }),
  ).rejects.toThrow('for a moment'))
