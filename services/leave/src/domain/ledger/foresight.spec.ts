import { describe, expect, test } from 'vitest'
import type { Facts } from '../facts/facts.ts'
import { fiveDays, fullDay, scheduled } from '../time/time.given.ts'
import { byHand, credit, DAY, date, leave, person, weekdays, yearly } from './ledger.given.ts'
import { lossesAhead } from './losses-ahead.ts'
import { usableIn } from './usable-in.ts'
import { whatIf } from './what-if.ts'

const joined = '2025-01-01'
const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const

describe('what is lost by when', () => {
  const losses = (facts: Facts, asOf: string, until: string) =>
    lossesAhead(facts, 'vacation', date(asOf), date(until)).map(
      ({ lastDay, because, n, lot }) => `${lastDay} ${because} ${n / DAY} ${lot.source}`,
    )

  test('is what expires or is not carried, if nothing more is taken than is accepted', () => {
    const ana = person({
      joined,
      policy: yearly({ most: 5 * DAY, usable: march31 }, 10),
      leaves: [leave('a', '2026-02-02', '2026-02-03'), leave('b', '2026-05-04', '2026-05-05', 'pending')],
    })
    expect(losses(ana, '2025-06-01', '2026-12-31')).toEqual([
      '2025-12-31 expiry 5 plan',
      '2026-03-31 expiry 3 carried',
      '2026-12-31 expiry 5 plan',
    ])
    expect(losses(ana, '2026-03-31', '2026-12-30')).toEqual(['2026-03-31 expiry 3 carried'])
    expect(losses(ana, '2026-04-01', '2026-12-30')).toEqual([])
  })

  test('is also what a cap withholds: to be taken by the day before', () => {
    const policy = yearly({ most: null }, 24, {
      stage: { frequency: { every: 'month', on: 'leaveYear' }, balanceCap: 5 * DAY },
    })
    expect(losses(person({ joined, policy }), '2025-01-15', '2025-03-31')).toEqual([
      '2025-02-28 cap 1 plan',
      '2025-03-31 cap 2 plan',
    ])
  })
})

test('what if these days were taken: the figures of some days with and without them', () => {
  const ana = person({ joined, policy: yearly({ most: 5 * DAY }, 10) })
  const days = ['2025-12-31', '2026-01-01'].map(date)
  const seen = whatIf(ana, 'vacation', weekdays('2025-08-04', '2025-08-11'), days)
  expect(seen.map(({ on, without, together }) => [on, without.available / DAY, together.available / DAY])).toEqual([
    ['2025-12-31', 10, 4],
    ['2026-01-01', 15, 14],
  ])
})

test('what if a pending request were accepted: it is not counted twice', () => {
  const ana = person({ joined, policy: yearly({}, 10), leaves: [leave('a', '2025-08-04', '2025-08-05', 'pending')] })
  const [seen] = whatIf(ana, 'vacation', weekdays('2025-08-04', '2025-08-05'), [date('2025-06-01')], 'a')
  expect(seen).toMatchObject({
    without: { pending: 2 * DAY, available: 8 * DAY },
    together: { booked: 2 * DAY, available: 8 * DAY },
  })
})

describe('usable in a span', () => {
  const usable = (facts: Facts, first: string, last: string) =>
    usableIn(facts, 'vacation', date(first), date(last)).map(({ lot, n }) => `${lot.source} ${n / DAY}`)
  const policy = byHand()
  const credits = [
    credit(5, '2025-01-01', { until: date('2025-03-31') }),
    credit(10, '2025-01-01', { source: 'toil', until: date('2025-12-31') }),
  ]
  const works = { joined, policy, credits, schedules: [] as const }
  const ana: Facts = { ...person(works), schedules: scheduled(fiveDays(fullDay)) }

  test('is each lot only as far as worked slots up to its last usable day can use it', () => {
    expect(usable(ana, '2025-03-01', '2025-12-31')).toEqual(['manual 5', 'toil 10'])
    // Friday and Monday are what is left of March
    expect(usable(ana, '2025-03-28', '2025-12-31')).toEqual(['manual 2', 'toil 10'])
    expect(usable(ana, '2025-03-29', '2025-03-30')).toEqual([])
    expect(usable(ana, '2025-04-01', '2025-04-04')).toEqual(['toil 4'])
  })

  test('leaves out days on which somebody is away already, and what accepted leave needs', () => {
    const away = { ...leave('sick', '2025-03-28'), leaveType: 'sick' }
    const later = leave('later', '2025-10-06', '2025-10-10')
    expect(usable({ ...ana, leaves: [away, later] }, '2025-03-28', '2025-12-31')).toEqual(['manual 1', 'toil 5'])
  })

  test('is nothing after the last day of employment', () => {
    const left: Facts = { ...ana, employment: [{ from: date(joined), until: date('2025-04-02'), fact: '' }] }
    expect(usable(left, '2025-04-01', '2025-04-30')).toEqual(['toil 2'])
  })

  test('is counted by the policy of each day, and nothing before there is one', () => {
    const from = (day: string): Facts => ({ ...ana, policies: [{ from: date(day), policy, fact: '' }] })
    expect(usable(from('2025-04-03'), '2025-03-31', '2025-04-04')).toEqual(['toil 2'])
    const calendar = { ...policy, counting: { ...policy.counting, days: 'calendar' as const } }
    const [first] = ana.policies
    const changed = {
      ...ana,
      policies: [...(first ? [first] : []), { from: date('2025-04-05'), policy: calendar, fact: '' }],
    }
    // Friday by the first policy, Saturday and Sunday by the second
    expect(usable(changed, '2025-04-04', '2025-04-06')).toEqual(['toil 3'])
  })

  test('is what leave in another unit does not name', () => {
    const dentist = { from: 480, to: 720 }
    const dates = { kind: 'days', days: [{ day: date('2025-04-01'), part: dentist }] } as const
    const charge = { day: date('2025-04-01'), part: dentist, unit: 'minute', n: 2_400_000 } as const
    const away = { ...leave('dentist', '2025-04-01'), leaveType: 'dentist', dates, charges: [charge] }
    expect(usable({ ...ana, leaves: [away] }, '2025-04-01', '2025-04-01')).toEqual(['toil 0.5'])
  })

  test('goes over the end of a year with what is then carried', () => {
    const ben: Facts = {
      ...person({ joined, policy: yearly({ most: null }, 10) }),
      schedules: scheduled(fiveDays(fullDay)),
    }
    expect(usable(ben, '2025-12-29', '2026-01-31')).toEqual(['plan 3', 'carried 7', 'plan 10'])
  })
})
