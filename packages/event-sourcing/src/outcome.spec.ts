import type { Instant } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { progressAfter } from './outcome.ts'
import { stream } from './stream.ts'

const now = '2026-05-04T08:00:00.000Z' as Instant
const soon = { at: '2026-05-04T08:00:02.000Z' as Instant, tries: 1 }
const before = (done: number, due?: typeof soon) => ({
  stream: stream('acme' as never, 'thing', '1'),
  rev: 1,
  done: { project: done },
  ...(due && { due }),
})

describe('the progress of a stream after trouble', () => {
  test('says when it is tried again', () =>
    expect(progressAfter(before(1), { project: { done: 1, unavailable: true } }, now)).toEqual({
      done: { project: 1 },
      due: soon,
    }))

  test('says nothing when another runner has passed it meanwhile', () =>
    expect(progressAfter(before(2), { project: { done: 1, unavailable: true } }, now)).toEqual({
      done: { project: 2 },
    }))

  test("keeps another runner's trouble further on", () =>
    expect(progressAfter(before(2, soon), { project: { done: 1, unavailable: true } }, now)).toEqual({
      done: { project: 2 },
      due: soon,
    }))

  test('is clear again when all is done', () =>
    expect(progressAfter(before(1, soon), { project: { done: 2 } }, now)).toEqual({ done: { project: 2 } }))
})
