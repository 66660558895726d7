import { stoppedClock } from '@awayday/clock'
import { expect, test } from 'vitest'
import { barOf, telling } from './telling.ts'

const voice = (isTTY: boolean) => {
  const written: string[] = []
  let ms = 0
  const { step, outcome } = telling(
    { isTTY, columns: 80, write: (text) => written.push(text) },
    stoppedClock('2026-05-04T08:00:00.000Z'),
    () => ms,
  )
  return {
    step,
    outcome,
    written,
    later: () => {
      ms += 1_000
    },
  }
}

test('a file gets one line of JSON a step, and not thousands of one kind', () => {
  const { step, outcome, written, later } = voice(false)
  for (let items = 0; items < 1_000; items++) step({ stage: 'copy', service: 'leave', items })
  later()
  step({ stage: 'copy', service: 'leave', items: 1_000 })
  step({ stage: 'copy', service: 'leave', waiting: 'somebody' })
  outcome(['Copied.'], { step: 'copied', items: 1_000 })
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { at: '2026-05-04T08:00:00.000Z', step: 'under-way', stage: 'copy', service: 'leave', items: 0 },
    { at: '2026-05-04T08:00:00.000Z', step: 'under-way', stage: 'copy', service: 'leave', items: 1_000 },
    { at: '2026-05-04T08:00:00.000Z', step: 'under-way', stage: 'copy', service: 'leave', waiting: 'somebody' },
    { at: '2026-05-04T08:00:00.000Z', step: 'copied', items: 1_000 },
  ])
})

test('a terminal gets one line that changes, and sentences', () => {
  const { step, outcome, written } = voice(true)
  step({ stage: 'copy', service: 'leave', items: 500 })
  outcome(['Copied.', 'Well.'], {})
  expect(written).toEqual(['\r\x1b[Kcopy leave 500 items', '\r\x1b[KCopied.\nWell.\n'])
})

test('a bar says how far it is, how fast, and how long it will take', () => {
  expect(
    barOf({ stage: 'copy', service: 'leave', items: 1_500, total: 3_000, itemsPerSecond: 1_200, secondsLeft: 2 }),
  ).toBe('copy leave [##########..........] 50 % 1,500 items, 1,200/s, 2 s left')
  expect(barOf({ stage: 'finish', service: 'leave', waiting: 'calls to be over', until: 'noon' })).toBe(
    'finish leave waiting for calls to be over, until noon',
  )
})
