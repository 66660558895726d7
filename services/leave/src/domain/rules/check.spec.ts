import { addDays } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Part } from '../time/absence.ts'
import { allowedWith } from './broken.ts'
import { check } from './check.ts'
import type { Demand, Rule } from './rule.ts'
import { company, day, facts, leave, range, rule, wish } from './rules.given.ts'
import type { Staffing } from './staffing.ts'
import type { When } from './when.ts'

const short: Demand = { kind: 'maximumLength', length: { in: 'days', n: 20_000 }, adjoining: 'off' }
const closed: Demand = { kind: 'blackout', days: [{ kind: 'weekdays', weekdays: [5] }], counts: 'named' }
const week = wish(range('2026-03-02', '2026-03-06'))
const [length, fridays] = [
  rule(short, {}, { id: 'length', overridableBy: ['hr'] }),
  rule(closed, {}, { id: 'fridays', exception: true }),
]
const idsOf = (broken: readonly { readonly rule: string }[]) => broken.map((one) => one.rule)

describe('a wish', () => {
  test('is told every rule it breaks, in the order of the list, with days, figures and who may decide otherwise', () =>
    expect(check(week, facts(), company(), [length, fridays])).toEqual([
      {
        rule: 'length',
        kind: 'maximumLength',
        findings: [
          {
            first: '2026-03-02',
            last: '2026-03-06',
            part: 'whole',
            required: { of: 'days', n: 20_000 },
            found: { of: 'days', n: 50_000 },
            requests: [],
          },
        ],
        overridableBy: ['hr'],
        exception: false,
      },
      {
        rule: 'fridays',
        kind: 'blackout',
        findings: [
          {
            first: '2026-03-06',
            last: '2026-03-06',
            part: 'whole',
            required: { of: 'work' },
            found: { of: 'leave' },
            requests: [],
          },
        ],
        overridableBy: [],
        exception: true,
      },
    ]))

  test('breaks no rule that is for other types of leave', () =>
    expect(check(week, facts(), company(), [rule(short, { leaveTypes: ['unpaid'] })])).toEqual([]))

  test('is held against a rule about the whole if it holds on any of its days', () => {
    const from = (date: string) => check(week, facts(), company(), [rule(short, { from: day(date) })]).length
    expect([from('2026-03-06'), from('2026-03-07')]).toEqual([1, 0])
  })

  test('is held against a rule about days only on the days it holds', () => {
    const twoWeeks = wish(range('2026-03-02', '2026-03-13'))
    expect(
      check(twoWeeks, facts(), company(), [rule(closed, { from: day('2026-03-09') })])[0]?.findings.map(
        ({ first }) => first,
      ),
    ).toEqual(['2026-03-13'])
  })
})

describe('a broken rule', () => {
  const broken = check(week, facts(), company(), [
    length,
    fridays,
    rule(short, {}, { id: 'mine', overridableBy: ['ana', 'admin'] }),
  ])

  test.each([
    [['person'], ['length', 'fridays', 'mine']],
    [['hr'], ['fridays', 'mine']],
    [['admin'], ['length', 'fridays']],
    [
      ['person', 'ana'],
      ['length', 'fridays'],
    ],
    [['hr', 'admin'], ['fridays']],
  ])('stays so for %j: %j', (decider, left) => expect(idsOf(allowedWith(broken, decider))).toEqual(left))
})

const parts = fc.constantFrom<Part>('whole', 'am', 'pm', 'half', { from: 540, to: 660 })
const dates = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(4), parts).map(([nth, more, part]) => {
  const first = addDays(day('2026-03-02'), nth)
  return range(first, addDays(first, more), part, more === 0 ? part : 'whole')
})
const wishes = dates.map((asked) => wish(asked))
const people = fc
  .array(
    fc.record({
      id: fc.constantFrom('ben', 'cem', 'dan'),
      away: dates,
      status: fc.constantFrom('pending', 'accepted', 'over'),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map(({ id, away, status }, n) => facts({ id: `${id}${n}`, leaves: [leave(`l${n}`, away, { status })] })),
  )
const staffing = (kind: 'maxAway' | 'minimumStaffing', people: number, per: 'slot' | 'day' = 'slot'): Staffing => ({
  kind,
  limit: { people },
  among: 'rule',
  outOf: 'working',
  away: null,
  pending: 'counted',
  per,
})
const demands: fc.Arbitrary<Demand> = fc.constantFrom<Demand>(
  short,
  closed,
  staffing('maxAway', 1),
  staffing('minimumStaffing', 2),
  { kind: 'notice', count: 'working', length: 'days', days: 900_000, each: 0, longer: [] },
  { kind: 'waiting', for: { n: 20, unit: 'year' } },
  { kind: 'granularity', smallest: 'day' },
  { kind: 'atMost', count: 'days', most: 0, per: 'month' },
  { kind: 'horizon', back: null, ahead: { n: 1, unit: 'day' }, measuredTo: 'first' },
  { kind: 'needs', what: 'cover', longerThan: null, adjoining: 'off' },
  { kind: 'eligibility', leastFte: 10_001, mostFte: null, oneOf: null, noneOf: null },
  { kind: 'onlyOn', days: [] },
)
const elsewhere: fc.Arbitrary<Partial<When>> = fc.constantFrom<Partial<When>>(
  { leaveTypes: ['unpaid'] },
  { leaveTypes: [] },
  { locations: ['berlin'] },
  { departments: ['sales'] },
  { teams: [] },
  { labels: ['lead'] },
  { persons: [facts({ id: 'ben' }).person] },
  { except: rule(short).when },
  { until: day('2026-02-28') },
  { from: day('2026-05-01') },
  { days: [] },
)

describe('rules', { timeout: 60_000 }, () => {
  test('that do not apply never refuse', () =>
    fc.assert(
      fc.property(wishes, demands, elsewhere, people, (asked, demand, when, others) => {
        expect(check(asked, facts(), company({ people: others }), [rule(demand, when)])).toEqual([])
      }),
      { numRuns: RUNS },
    ))

  test('are the same in any order: each is broken or kept by itself', () =>
    fc.assert(
      fc.property(wishes, fc.array(demands, { maxLength: 4 }), people, (asked, all, others) => {
        const rules: readonly Rule[] = all.map((demand, n) => rule(demand, {}, { id: `r${n}` }))
        const among = company({ people: others })
        const together = check(asked, facts(), among, rules)
        expect(rules.flatMap((one) => check(asked, facts(), among, [one]))).toEqual(together)
        expect(check(asked, facts(), among, rules.toReversed()).toReversed()).toEqual(together)
      }),
      { numRuns: RUNS },
    ))

  test('about how many may be away never refuse where there is nobody else', () =>
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 3 }), fc.constantFrom('slot', 'day'), (asked, n, per) => {
        expect(check(asked, facts(), company(), [rule(staffing('maxAway', n, per))])).toEqual([])
        const none: Demand = { ...staffing('maxAway', n, per), limit: { percentage: n * 10 } }
        expect(check(asked, facts(), company(), [rule(none)])).toEqual([])
      }),
      { numRuns: RUNS },
    ))

  test('about how many may be away refuse no less when one more is away, or one less is allowed', () =>
    fc.assert(
      fc.property(wishes, people, dates, fc.integer({ min: 0, max: 3 }), (asked, others, away, n) => {
        const refused = (most: number, who: typeof others) =>
          check(asked, facts(), company({ people: who }), [rule(staffing('maxAway', most))]).length
        const more = [...others, facts({ id: 'eva', leaves: [leave('e', away)] })]
        expect(refused(n, more)).toBeGreaterThanOrEqual(refused(n, others))
        expect(refused(n, others)).toBeGreaterThanOrEqual(refused(n + 1, others))
      }),
      { numRuns: RUNS },
    ))

  test('passed over by who may not, are as broken as before', () =>
    fc.assert(
      fc.property(
        wishes,
        fc.array(demands),
        fc.array(fc.constantFrom('person', 'approver', 'manager')),
        (asked, all, roles) => {
          const broken = check(
            asked,
            facts(),
            company(),
            all.map((demand) => rule(demand, {}, { overridableBy: ['hr', 'admin'] })),
          )
          expect(allowedWith(broken, roles)).toEqual(broken)
          expect(allowedWith(broken, [...roles, 'hr'])).toEqual([])
        },
      ),
      { numRuns: RUNS },
    ))
})
