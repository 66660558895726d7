import { days } from '@awayday/kernel'
import { expect, test } from 'vitest'
import type { Event } from '../person/events.ts'
import { factsOf } from '../person/facts-of.ts'
import { context, day, given, hashOf, started } from '../person/person.given.ts'
import { expiryWarnings } from './expiry-warnings.ts'

/** 22 days a year; what is carried over is lost after 31 March. */
const terms: Event = {
  type: 'TermsApplied',
  policy: 'pt',
  version: 1,
  from: day('2025-01-01'),
  leaveType: 'vacation',
  document: hashOf('PT'),
}
const facts = factsOf(given(started('2025-01-01'), terms).state, context.documents)
const on = (today: string) => expiryWarnings(facts, day(today))
const lost = (weeks: number) => ({
  leaveType: 'vacation',
  lastDay: '2026-03-31',
  because: 'expiry',
  amount: days(22),
  weeks,
})

test.each([
  ['2025-12-31', 13],
  ['2026-03-04', 4],
  ['2026-03-10', 4],
  ['2026-03-25', 1],
  ['2026-03-31', 1],
])('on %s somebody is told of days that are lost within %i weeks', (today, weeks) =>
  expect(on(today)).toEqual([lost(weeks)]),
)

test.each(['2025-12-30', '2026-01-07', '2026-03-03', '2026-03-11', '2026-03-24', '2026-04-01'])(
  'on %s nobody is told anything',
  (today) => expect(on(today)).toEqual([]),
)
