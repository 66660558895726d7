import { describe, expect, test } from 'vitest'
import { counting, entitlement } from '../policy/defaults.ts'
import { day, facts, found, leave, range, wish } from './rules.given.ts'
import type { Waiting } from './waiting.ts'

describe('leave that comes after other leave is used up', () => {
  const unpaid = { kind: 'usedUp', leaveTypes: ['vacation'], left: 0 } as const
  const policies = [
    {
      from: day('2020-01-01'),
      fact: 'p',
      policy: { leaveType: 'vacation', unit: 'day', counting, entitlement } as const,
    },
  ]
  const credits = [
    {
      leaveType: 'vacation',
      source: 'manual',
      n: 20_000,
      from: day('2026-01-01'),
      until: day('2026-12-31'),
      fact: 'c',
    } as const,
  ]
  const asked = wish(range('2026-03-09', '2026-03-10'), { leaveType: 'unpaid' })

  test('is refused as long as there is any', () =>
    expect(found(unpaid, asked, facts({ policies, credits, leaves: [leave('a', range('2026-03-02'))] }))).toEqual([
      {
        first: '2026-03-09',
        last: '2026-03-10',
        part: 'whole',
        required: { of: 'days', n: 0 },
        found: { of: 'days', n: 10_000 },
        requests: [],
      },
    ]))

  test('is let in once all is taken or booked, or where there is no balance', () => {
    const booked = [leave('a', range('2026-03-02')), leave('b', range('2026-07-01'))]
    expect(found(unpaid, asked, facts({ policies, credits, leaves: booked }))).toEqual([])
    expect(found(unpaid, asked, facts())).toEqual([])
    expect(found({ ...unpaid, left: 20_000 }, asked, facts({ policies, credits }))).toEqual([])
  })
})

describe('leave that may not adjoin other leave', () => {
  const casual = { kind: 'apart', from: ['earned'], adjoining: 'overFreeDays' } as const
  const monday = wish(range('2026-03-09'), { leaveType: 'casual' })
  const earned = leave('e', range('2026-03-06'), { leaveType: 'earned' })

  test('is refused beside it, over a weekend too', () =>
    expect(found(casual, monday, facts({ leaves: [earned] }))).toEqual([
      {
        first: '2026-03-06',
        last: '2026-03-09',
        part: 'whole',
        required: { of: 'work' },
        found: { of: 'leave' },
        requests: ['e'],
      },
    ]))

  test('is let in where work lies between, beside other types, or over a weekend if only the next day counts', () => {
    expect(
      found(casual, monday, facts({ leaves: [leave('e', range('2026-03-05'), { leaveType: 'earned' })] })),
    ).toEqual([])
    expect(found(casual, monday, facts({ leaves: [{ ...earned, leaveType: 'sick' }] }))).toEqual([])
    expect(found({ ...casual, adjoining: 'nextDay' }, monday, facts({ leaves: [earned] }))).toEqual([])
  })
})

describe('leave that needs hours worked before', () => {
  const law: Waiting = { kind: 'waiting', for: { workedMinutes: 12_500_000, within: { n: 1, unit: 'week' } } }
  const monday = wish(range('2026-03-09'))

  test('counts what was planned, or what is recorded', () => {
    const needs = (minutes: number): Waiting => ({
      ...law,
      for: { workedMinutes: minutes * 10_000, within: { n: 1, unit: 'week' } },
    })
    expect(found(needs(2_400), monday)).toEqual([])
    expect(found(needs(2_401), monday).map((finding) => finding.found)).toEqual([{ of: 'minutes', n: 24_000_000 }])
    const recorded = facts({
      worked: [{ first: day('2026-03-02'), last: day('2026-03-08'), minutes: 3_000, fact: 'w' }],
    })
    expect(found(needs(3_000), monday, recorded)).toEqual([])
    expect(found(needs(3_001), monday, recorded)).toHaveLength(1)
  })

  test('counts nothing before joining, nor leave that does not count as worked', () => {
    const policy = {
      leaveType: 'unpaid',
      unit: 'day',
      counting: { ...counting, countsAsWorked: false },
      entitlement: null,
    } as const
    const known = facts({
      employment: [{ from: day('2026-03-04'), until: null, fact: 'e' }],
      policies: [{ from: day('2020-01-01'), fact: 'p', policy }],
      leaves: [leave('a', range('2026-03-05'), { leaveType: 'unpaid' })],
    })
    const all: Waiting = { ...law, for: { workedMinutes: 99_000_000, within: { n: 1, unit: 'year' } } }
    expect(found(all, monday, known).map((finding) => finding.found)).toEqual([{ of: 'minutes', n: 9_600_000 }])
  })
})
