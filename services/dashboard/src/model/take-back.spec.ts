import { expect, test } from 'vitest'
import { date } from '#testing/date.ts'
import { takeBack } from './take-back.ts'

const [today, tomorrow] = [date('2026-11-20'), date('2026-11-21')]

test.each([
  ['what waits is withdrawn, also late', 'pending', today, 'withdraw'],
  ['what was approved is cancelled', 'approved', tomorrow, 'cancel'],
  ['what has begun is for others to cancel', 'approved', today, undefined],
  ['what was declined is over', 'declined', tomorrow, undefined],
  ['what was withdrawn is over', 'withdrawn', tomorrow, undefined],
  ['what was cancelled is over', 'cancelled', tomorrow, undefined],
] as const)('%s', (_case, status, first, way) => {
  expect(takeBack({ status, first }, today)).toBe(way)
})
