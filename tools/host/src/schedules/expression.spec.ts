import { describe, expect, test } from 'vitest'
import { schedule } from './expression.ts'

/** The next two runs after a Saturday noon. */
const nextTwo = (expression: string): readonly (string | undefined)[] => {
  const next = schedule(expression)
  const first = next(Date.parse('2026-11-21T12:00:00Z'))
  const second = first === undefined ? undefined : next(first)
  return [first, second].map((ms) => (ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 16)))
}

describe('a schedule', () => {
  test.each([
    ['rate(1 minute)', '2026-11-21T12:01', '2026-11-21T12:02'],
    ['rate(5 minutes)', '2026-11-21T12:05', '2026-11-21T12:10'],
    ['rate(1 hour)', '2026-11-21T13:00', '2026-11-21T14:00'],
    ['rate(7 days)', '2026-11-28T12:00', '2026-12-05T12:00'],
    ['cron(0 3 * * ? *)', '2026-11-22T03:00', '2026-11-23T03:00'],
    ['cron(0 8 ? * MON-FRI *)', '2026-11-23T08:00', '2026-11-24T08:00'],
    ['cron(0 8 ? * 2-6 *)', '2026-11-23T08:00', '2026-11-24T08:00'],
    ['cron(0 8 ? * 1 *)', '2026-11-22T08:00', '2026-11-29T08:00'],
    ['cron(0/15 12 * * ? *)', '2026-11-21T12:15', '2026-11-21T12:30'],
    ['cron(5/20 * * * ? *)', '2026-11-21T12:05', '2026-11-21T12:25'],
    ['cron(0 0 1 1/3 ? *)', '2027-01-01T00:00', '2027-04-01T00:00'],
    ['cron(0 0 L * ? *)', '2026-11-30T00:00', '2026-12-31T00:00'],
    ['cron(0 0 15W * ? *)', '2026-12-15T00:00', '2027-01-15T00:00'],
    ['cron(0 0 ? * 6L *)', '2026-11-27T00:00', '2026-12-25T00:00'],
    ['cron(0 0 ? * 3#1 *)', '2026-12-01T00:00', '2027-01-05T00:00'],
    ['cron(0 0 1 1 ? 2027-2028)', '2027-01-01T00:00', '2028-01-01T00:00'],
    ['cron(0 0 1 1 ? 2027)', '2027-01-01T00:00', undefined],
  ])('%s', (expression, first, second) => expect(nextTwo(expression)).toEqual([first, second]))

  test.each([
    ['daily', '"daily" is not a schedule such as rate(5 minutes) or cron(0 3 * * ? *)'],
    ['at(2027-01-01T00:00:00)', '"at(2027-01-01T00:00:00)": one-time schedules are not simulated'],
    ['rate(1 minutes)', '"rate(1 minutes)" is not a rate such as rate(1 hour) or rate(5 minutes)'],
    ['rate(5 minute)', '"rate(5 minute)" is not a rate such as rate(1 hour) or rate(5 minutes)'],
    ['rate(0 days)', '"rate(0 days)" is not a rate such as rate(1 hour) or rate(5 minutes)'],
    ['cron(0 3 * * ?)', '"cron(0 3 * * ?)" has 5 fields, six are needed'],
    ['cron(0 3 * * * *)', '"cron(0 3 * * * *)": one of day of month and day of week must be ?, and only one'],
    ['cron(0 3 ? * 0 *)', '"cron(0 3 ? * 0 *)": days of the week are 1 (Sunday) to 7'],
    ['cron(0 3 ? * 8 *)', '"cron(0 3 ? * 8 *)": days of the week are 1 (Sunday) to 7'],
    ['cron(0 0 L-3 * ? *)', '"cron(0 0 L-3 * ? *)" has a field that is not simulated'],
    ['cron(61 0 * * ? *)', '"cron(61 0 * * ? *)" has a field that is not simulated'],
  ])('%s is refused', (expression, sentence) => expect(() => schedule(expression)).toThrow(new Error(sentence)))
})
