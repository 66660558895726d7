import { expect, test } from 'vitest'
import { inTurns } from './in-turns.ts'

const twenty = Array.from({ length: 20 }, (_, n) => n)
async function* oneByOne() {
  yield* twenty
}
const aMoment = () => new Promise((resolve) => setImmediate(resolve))

test.each([
  ['a list', () => twenty],
  ['what comes one by one', oneByOne],
])('each of %s has its turn, once, some at a time', async (_, all) => {
  const done: number[] = []
  let [now, most] = [0, 0]
  await inTurns(
    all(),
    async (n) => {
      most = Math.max(most, ++now)
      await aMoment()
      done.push(n)
      now--
    },
    { width: 8 },
  )
  expect([done.toSorted((a, b) => a - b), most]).toEqual([twenty, 8])
})

test('the first failure ends it', async () => {
  const done: number[] = []
  const doing = async (n: number) => {
    await aMoment()
    if (n === 3) throw new Error('in trouble')
    done.push(n)
  }
  await expect(inTurns(twenty, doing, { width: 4 })).rejects.toThrow('in trouble')
  for (const _ of twenty) await aMoment() // the others would be through by then
  expect(done.filter((n) => n >= 8)).toEqual([])
})

test('trouble that is listened to keeps no other from its turn', async () => {
  const troubles: unknown[] = []
  const done: number[] = []
  const doing = async (n: number) => {
    if (n === 3) throw 'in trouble'
    done.push(n)
  }
  await inTurns(twenty, doing, { onTrouble: (trouble) => troubles.push(trouble) })
  expect([troubles, done.length]).toEqual([['in trouble'], 19])
})
