import { describe, expect, test } from 'vitest'
import { calling, metered, meteredCall, spend } from './meter.ts'

describe('a metering', () => {
  test('counts what is spent within it, and nothing else', async () => {
    spend('events.read', { reads: 100 })
    const told = await metered(async () => {
      spend('events.read', { reads: 0.5 })
      await Promise.resolve()
      spend('events.append', { reads: 1, writes: 2 })
      spend('events.read', { reads: 0.5 })
      return 'done'
    })
    expect(told).toEqual({
      value: 'done',
      units: { reads: 2, writes: 2 },
      bill: { 'events.read': { reads: 1, writes: 0 }, 'events.append': { reads: 1, writes: 2 } },
    })
  })

  test('within another counts for both, also when it fails', async () => {
    const { units, bill } = await metered(async () => {
      spend('events.append', { writes: 1 })
      const inner = metered(async () => {
        spend('events.append', { writes: 10 })
        throw new Error('half way')
      })
      await inner.catch(() => undefined)
    })
    expect(units).toEqual({ reads: 0, writes: 11 })
    expect(bill).toEqual({ 'events.append': units })
  })

  test('tells a client which call of a port it works for, in each of several at once', async () => {
    const working = async (call: string) =>
      calling(call, async () => {
        await Promise.resolve()
        return meteredCall()
      })
    const { value } = await metered(() => Promise.all([working('events.read'), working('views.load'), meteredCall()]))
    expect(value).toEqual(['events.read', 'views.load', 'client'])
    expect(await working('events.read')).toBeUndefined()
  })
})
