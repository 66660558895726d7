import { describe, expect, test } from 'vitest'
import { metered, spend } from './meter.ts'

describe('a metering', () => {
  test('counts what is spent within it, and nothing else', async () => {
    spend({ reads: 100 })
    const { value, units } = await metered(async () => {
      spend({ reads: 0.5 })
      await Promise.resolve()
      spend({ reads: 1, writes: 2 })
      return 'done'
    })
    expect({ value, units }).toEqual({ value: 'done', units: { reads: 1.5, writes: 2 } })
  })

  test('within another counts for both, also when it fails', async () => {
    const { units } = await metered(async () => {
      spend({ writes: 1 })
      const inner = metered(async () => {
        spend({ writes: 10 })
        throw new Error('half way')
      })
      await inner.catch(() => undefined)
    })
    expect(units).toEqual({ reads: 0, writes: 11 })
  })
})
