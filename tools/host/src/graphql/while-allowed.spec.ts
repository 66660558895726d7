import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TOKEN_CHECK_MS, whileAllowed } from './while-allowed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a live connection', () => {
  test('lasts as long as its token is good', async () => {
    let isGood = true
    const signal = whileAllowed(new AbortController().signal, async () => isGood)
    await vi.advanceTimersByTimeAsync(TOKEN_CHECK_MS * 4)
    expect(signal.aborted).toBe(false)
    isGood = false
    await vi.advanceTimersByTimeAsync(TOKEN_CHECK_MS)
    expect(signal.aborted).toBe(true)
  })

  test('is looked at no more when it has closed, were it before anybody looked', () => {
    const stop = new AbortController()
    const signal = whileAllowed(stop.signal, async () => true)
    stop.abort()
    const late = whileAllowed(stop.signal, async () => true)
    expect([signal.aborted, late.aborted, vi.getTimerCount()]).toEqual([true, true, 0])
  })
})
