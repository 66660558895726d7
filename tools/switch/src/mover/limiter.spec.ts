import { StoreUnavailable } from '@awayday/event-sourcing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Write } from './floor.ts'
import { adaptiveLimiter } from './limiter.ts'
import { virtualTime } from './testing/virtual-time.ts'

/** Writes one after another and at once, as fast as the limiter lets them; tells the widest it was in the last quarter. */
const flood = async (
  count: number,
  write: (n: number, running: number, pause: (ms: number) => Promise<void>) => Promise<void>,
  { widest, is = () => PAGE }: { readonly widest?: number; readonly is?: (n: number) => Write } = {},
) => {
  const time = virtualTime()
  const limiter = adaptiveLimiter(time.nowMs, widest)
  const order: number[] = []
  let [running, most, lately] = [0, 0, 0]
  const all = Array.from({ length: count }, (_, n) =>
    limiter
      .run(is(n), async () => {
        order.push(n)
        most = Math.max(most, ++running)
        if (n > (count * 3) / 4) lately = Math.max(lately, running)
        try {
          await write(n, running, time.pause)
        } finally {
          running--
        }
      })
      .catch(() => {}),
  )
  await time.run(Promise.all(all))
  return { order, most, lately, tookMs: time.nowMs(), width: limiter.width }
}

const PAGE: Write = { how: 'load', items: 200, units: 250 }

describe('the limiter', () => {
  test('gives everybody a turn, in order, never to more than the widest, whatever takes how long or fails', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ ms: fc.nat(500), fails: fc.boolean() }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        async (writes, widest) => {
          const { order, most, width } = await flood(
            writes.length,
            async (n, _, pause) => {
              await pause(writes[n]?.ms ?? 0)
              if (writes[n]?.fails) throw new StoreUnavailable('no time')
            },
            { widest },
          )
          expect(order).toEqual(writes.map((_, n) => n))
          expect(most).toBeLessThanOrEqual(widest)
          expect(width).toBeGreaterThanOrEqual(1)
        },
      ),
      { numRuns: 50 },
    ))

  test('becomes as wide as it may where a write takes as long beside others as alone', async () => {
    const { most, tookMs } = await flood(400, (_n, _running, pause) => pause(100))
    expect(most).toBe(16)
    expect(tookMs).toBeLessThan((400 / 16) * 100 * 1.8)
  })

  test('becomes as wide among writes of all sizes: of a few records, of long ones, and of some that are looked at before', async () => {
    const sizes: readonly (readonly [Write, number])[] = [
      [PAGE, 80],
      [{ how: 'load', items: 3, units: 3 }, 10],
      [{ how: 'load', items: 40, units: 1_000 }, 70],
      [{ how: 'copy', items: 200, units: 250 }, 400],
    ]
    const of = (n: number) => sizes[n % sizes.length] ?? [PAGE, 80]
    const { lately } = await flood(1_200, (n, _running, pause) => pause(of(n)[1]), { is: (n) => of(n)[0] })
    expect(lately).toBe(16)
  })

  test('stays narrow where writes only queue, and keeps such a store busy', async () => {
    let last: Promise<void> = Promise.resolve()
    const { lately, tookMs } = await flood(400, (_n, _running, pause) => {
      last = last.then(() => pause(100))
      return last
    })
    expect(lately).toBeLessThanOrEqual(4)
    expect(tookMs).toBeLessThan(400 * 100 * 1.05)
  })

  test('makes room when others come: nobody waits much longer than thrice', async () => {
    const slots = 8
    const seen: number[] = []
    const withOthers = async (others: number) => {
      seen.length = 0
      await flood(
        600,
        async (n, running, pause) => {
          const load = Math.max(1, (running + (n > 100 ? others : 0)) / slots)
          if (n > 300) seen.push(load)
          await pause(50 * load)
        },
        { widest: 64 },
      )
      return Math.max(...seen)
    }
    expect(await withOthers(0)).toBeLessThanOrEqual(3.5)
    expect(await withOthers(8)).toBeLessThanOrEqual(3.5)
    expect(await withOthers(16)).toBeLessThanOrEqual(3.5)
  })

  test('is half as wide after a store gave up, once for all that were on their way together', async () => {
    const time = virtualTime()
    const limiter = adaptiveLimiter(time.nowMs)
    const wave = (count: number, write: () => Promise<void>) =>
      time.run(Promise.allSettled(Array.from({ length: count }, () => limiter.run(PAGE, write))))
    await wave(400, () => time.pause(100))
    expect(limiter.width).toBe(16)
    await wave(16, async () => {
      await time.pause(100)
      throw new StoreUnavailable('throttled')
    })
    expect(limiter.width).toBe(8)
  })

  test('is not narrowed by what is wrong with the data', async () => {
    const time = virtualTime()
    const limiter = adaptiveLimiter(time.nowMs)
    await time.run(Promise.all(Array.from({ length: 100 }, () => limiter.run(PAGE, () => time.pause(10)))))
    const before = limiter.width
    await expect(limiter.run(PAGE, () => Promise.reject(new TypeError('not a key')))).rejects.toThrow('not a key')
    expect(limiter.width).toBe(before)
  })
})
