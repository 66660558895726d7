import { expect, test } from 'vitest'
import { date } from '#testing/date.ts'
import { quickDays } from './quick-days.ts'

test.each([
  ['a Wednesday', '2026-11-18', ['2026-11-19', '2026-11-20', '2026-11-23']],
  ['a Thursday', '2026-11-19', ['2026-11-20', '2026-11-23']],
  ['a Friday', '2026-11-20', ['2026-11-23', '2026-11-27']],
  ['a Sunday', '2026-11-22', ['2026-11-23', '2026-11-27']],
])('on %s, the next working day, Friday and Monday are offered', (_day, today, offered) => {
  expect(quickDays(date(today))).toEqual(offered)
})
