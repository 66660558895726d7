import { days } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { factsOf } from './facts-of.ts'
import { ana, day, started } from './person.given.ts'
import { initial } from './state.ts'

const yearly = (n: number, from: string): Event => ({
  type: 'TermsApplied',
  policy: 'starter-pt',
  version: 1,
  from: day(from),
  leaveType: 'vacation',
  document: { yearly: days(n) },
})
const ended = (on: string): Event => ({ type: 'EmploymentEnded', on: day(on), seq: 900 })
const nothing = { policies: new Map(), schedules: new Map(), calendars: new Map() }

/** Days granted and days expired, as of some days. */
const shown = (history: readonly Event[], ...asOf: readonly string[]) => {
  const facts = factsOf(history.reduce(evolve, initial(ana)), nothing)
  return asOf.map((on) => {
    const { granted, expired } = balanceOf(facts, 'vacation', day(on))
    return [granted, expired].map((n) => n / days(1).n)
  })
}

describe('an amount a year, as it was before policies were documents', () => {
  test('is given in full to whoever joins in the year', () =>
    expect(shown([started('2025-07-01'), yearly(22, '2025-07-01')], '2025-12-31', '2026-01-01')).toEqual([
      [22, 0],
      [22, 0],
    ]))

  test('that changes in the year counts from the next year on', () =>
    expect(shown([started(), yearly(22, '2024-01-01'), yearly(28, '2025-03-01')], '2025-12-31', '2026-01-01')).toEqual([
      [22, 0],
      [28, 0],
    ]))

  test('can be used up to the last day of employment', () =>
    expect(
      shown([started(), yearly(22, '2024-01-01'), ended('2025-09-30')], '2025-09-30', '2025-10-01', '2026-01-01'),
    ).toEqual([
      [22, 0],
      [22, 22],
      [0, 0],
    ]))

  test('ends with the terms that follow it', () =>
    expect(
      shown([started(), yearly(22, '2024-01-01'), yearly(28, '2025-03-01'), yearly(15, '2025-05-01')], '2026-01-01'),
    ).toEqual([[15, 0]]))
})
