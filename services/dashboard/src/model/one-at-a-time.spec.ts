import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('a burst of reasons runs twice: what began before the last of them is not enough', async () => {
  let runs = 0
  let finish = (): void => {}
  const run = oneAtATime(() => {
    runs += 1
    return new Promise((resolve) => {
      finish = resolve
    })
  })
  const all = [run(), run(), run()]
  expect(runs).toBe(1)
  finish()
  await Promise.resolve()
  await Promise.resolve()
  expect(runs).toBe(2)
  finish()
  await Promise.all(all)
  expect(runs).toBe(2)
})

test('a run that failed does not stop the next one', async () => {
  let runs = 0
  const run = oneAtATime(async () => {
    runs += 1
    if (runs === 1) throw new Error('once')
  })
  await expect(run()).rejects.toThrow('once')
  await run()
  expect(runs).toBe(2)
})
