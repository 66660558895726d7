import fc from 'fast-check'
import { expect, test } from 'vitest'
import { virtualTime } from './testing/virtual-time.ts'
import { writeBudget } from './write-budget.ts'

type Spent = { readonly atMs: number; readonly units: number }

/** What the fullest second holds, whichever millisecond it begins at. */
const fullestSecond = (spent: readonly Spent[]): number =>
  Math.max(
    ...spent.map(({ atMs }) =>
      spent.filter((one) => one.atMs > atMs - 1_000 && one.atMs <= atMs).reduce((sum, one) => sum + one.units, 0),
    ),
  )

const spending = async (perSecond: number, wishes: readonly { readonly units: number; readonly afterMs: number }[]) => {
  const time = virtualTime()
  const budget = writeBudget(perSecond, time)
  const spent: Spent[] = []
  const all = wishes.map(async ({ units, afterMs }) => {
    if (afterMs > 0) await time.pause(afterMs)
    await budget.take(units)
    spent.push({ atMs: time.nowMs(), units })
  })
  await time.run(Promise.all(all))
  return { spent, tookMs: time.nowMs() }
}

test('no second has more units than it may, whenever they are asked for', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 4, max: 2_000 }),
      fc.array(fc.record({ part: fc.double({ min: 0.001, max: 1, noNaN: true }), afterMs: fc.nat(3_000) }), {
        minLength: 1,
        maxLength: 60,
      }),
      async (perSecond, wishes) => {
        const asked = wishes.map(({ part, afterMs }) => ({ units: Math.max(1, Math.floor(part * perSecond)), afterMs }))
        const { spent } = await spending(perSecond, asked)
        expect(spent).toHaveLength(asked.length)
        expect(fullestSecond(spent)).toBeLessThanOrEqual(perSecond)
      },
    ),
    { numRuns: 100 },
  ))

test('what may be spent is spent, when parts of a quarter are asked for', async () => {
  const { tookMs } = await spending(
    100,
    Array.from({ length: 400 }, () => ({ units: 25, afterMs: 0 })),
  )
  expect(tookMs).toBe(99_000)
})

test('what is more than a second allows has the seconds that it takes to itself', async () => {
  const { spent } = await spending(
    100,
    [256, 50, 50].map((units) => ({ units, afterMs: 0 })),
  )
  expect(spent.map(({ atMs }) => atMs)).toEqual([0, 2_560, 2_560])
})

test('a budget of nothing is refused', () => {
  expect(() => writeBudget(0, virtualTime())).toThrow('too few')
})
