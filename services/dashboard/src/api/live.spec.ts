import { describe, expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'
import { stayLive, type Watch } from './live.ts'
import type { Heard } from './realtime.ts'
import { NotSignedIn, Unreachable } from './trouble.ts'

type Line = readonly (Heard | Error)[]
const opened: Heard = { type: 'open', silenceMs: 1_000 }
const next = (n: number): Heard => ({ type: 'next', answer: { data: n } })

/** Tells what a page notices while lines open and break one after the other; after the last one it is closed. */
const noticed = async (lines: readonly Line[]): Promise<readonly unknown[]> => {
  const stop = new AbortController()
  const notices: unknown[] = []
  const left = [...lines]
  const watch = (): Watch => ({ signal: new AbortController().signal, heard: () => {}, [Symbol.dispose]: () => {} })
  const open = async function* () {
    for (const step of left.shift() ?? []) {
      if (step instanceof Error) throw step
      yield step
    }
  }
  const rest = async (failures: number) => {
    notices.push({ failures })
    if (left.length === 0) stop.abort()
  }
  const world = { open, rest, watch, isFinal: (trouble: unknown) => trouble instanceof NotSignedIn }
  const listener = {
    onState: (state: string) => notices.push(state),
    onOpen: () => notices.push('read all'),
    onNext: (answer: unknown) => notices.push(answer),
  }
  await stayLive(world, listener, stop.signal)
  return notices
}

describe('the live channel', () => {
  test('tells what it hears, and lets all be read again whenever it opens', async () => {
    expect(await noticed([[opened, next(1), next(2)], [opened]])).toEqual([
      ...['open', 'read all', { data: 1 }, { data: 2 }, 'waiting', { failures: 1 }, 'connecting'],
      ...['open', 'read all', 'waiting', { failures: 1 }, 'connecting'],
    ])
  })

  test('counts failures in a row, until it is open again', async () => {
    const down = [new Unreachable()]
    expect((await noticed([down, down, [opened, ...down], down])).filter((it) => typeof it === 'object')).toEqual([
      { failures: 1 },
      { failures: 2 },
      { failures: 1 },
      { failures: 2 },
    ])
  })

  test('ends with the session', async () => {
    await expect(noticed([[opened], [new NotSignedIn()], [opened]])).rejects.toThrow(NotSignedIn)
  })
})

describe('the time between two tries', () => {
  test('doubles up to 20 seconds', () => {
    expect([1, 2, 3, 6, 7, 50].map((failures) => backoffMs(failures, 1))).toEqual([
      500, 1000, 2000, 16_000, 20_000, 20_000,
    ])
  })

  test('is spread over its second half', () => {
    expect(backoffMs(3, 0)).toBe(1000)
    expect(backoffMs(3, 0.5)).toBe(1500)
  })
})
