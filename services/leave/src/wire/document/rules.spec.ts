import { type LocalDate, parseLocalDate, parsePersonId } from '@awayday/kernel'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Days } from '#domain/rules/days.ts'
import type { Demand, Rule } from '#domain/rules/rule.ts'
import { ALWAYS } from '#domain/rules/when.ts'
import { RUNS } from '#testing/runs.ts'
import { rules, rulesJson } from './rules.ts'

const day = (text: string): LocalDate =>
  v.parse(
    v.custom<LocalDate>((date) => parseLocalDate(String(date)) === date),
    text,
  )
const ruleOf = (rule: unknown) => v.parse(rules, [{ id: 'r', rule }])[0]?.rule

describe('rules, as JSON', { timeout: 60_000 }, () => {
  test('hold for everybody and always where nothing else is said', () =>
    expect(v.parse(rules, [{ id: 'short', rule: { kind: 'maximumLength', length: { days: 10 } } }])).toEqual([
      {
        id: 'short',
        name: 'short',
        when: ALWAYS,
        rule: { kind: 'maximumLength', length: { in: 'days', n: 100_000 }, adjoining: 'off' },
        overridableBy: [],
        exception: false,
      },
    ]))

  test('say for whom and when they hold', () =>
    expect(
      v.parse(rules, [
        {
          id: 'peak',
          when: {
            departments: ['sales'],
            except: { labels: ['lead'] },
            from: '2026-01-01',
            days: ['12-24', { weekdays: ['fri'] }],
          },
          rule: { kind: 'blackout', days: [{ first: '12-20', last: '01-06' }, '2026-05-04'] },
          overridableBy: ['hr'],
          exception: true,
        },
      ]),
    ).toEqual([
      {
        id: 'peak',
        name: 'peak',
        when: {
          ...ALWAYS,
          departments: ['sales'],
          except: { locations: null, departments: null, teams: null, labels: ['lead'], persons: null },
          from: '2026-01-01',
          days: [
            { kind: 'yearly', first: { month: 12, day: 24 }, last: { month: 12, day: 24 } },
            { kind: 'weekdays', weekdays: [5] },
          ],
        },
        rule: {
          kind: 'blackout',
          days: [
            { kind: 'yearly', first: { month: 12, day: 20 }, last: { month: 1, day: 6 } },
            { kind: 'range', first: '2026-05-04', last: '2026-05-04' },
          ],
          counts: 'named',
        },
        overridableBy: ['hr'],
        exception: true,
      },
    ]))

  test.each<[unknown, Demand]>([
    [
      { kind: 'maxAway', limit: { percentage: 33.33 }, among: 'team' },
      {
        kind: 'maxAway',
        limit: { percentage: 3_333 },
        among: 'team',
        outOf: 'working',
        away: null,
        pending: 'counted',
        per: 'slot',
      },
    ],
    [
      { kind: 'notice', days: 1, each: 2 },
      { kind: 'notice', count: 'calendar', length: 'days', days: 10_000, each: 20_000, longer: [] },
    ],
    [
      { kind: 'waiting', for: '6 months' },
      { kind: 'waiting', for: { n: 6, unit: 'month' } },
    ],
    [
      { kind: 'waiting', for: { workedDays: 90 } },
      { kind: 'waiting', for: { workedDays: 900_000 } },
    ],
    [
      { kind: 'atMost', most: { requests: 2 } },
      { kind: 'atMost', count: 'requests', most: 2, per: 'year' },
    ],
    [
      { kind: 'atMost', most: { hours: 16 }, per: { any: '12 months' } },
      { kind: 'atMost', count: 'minutes', most: 9_600_000, per: { any: { n: 12, unit: 'month' } } },
    ],
    [
      { kind: 'granularity', smallest: { minutes: 15 } },
      { kind: 'granularity', smallest: { minutes: 15 } },
    ],
    [
      { kind: 'horizon', back: '0 days' },
      { kind: 'horizon', back: { n: 0, unit: 'day' }, ahead: null, measuredTo: 'last' },
    ],
    [
      { kind: 'needs', what: 'certificate', longerThan: { calendarDays: 3 } },
      { kind: 'needs', what: 'certificate', longerThan: { in: 'calendarDays', n: 30_000 }, adjoining: 'off' },
    ],
    [
      { kind: 'eligibility', leastFte: 0.5 },
      { kind: 'eligibility', leastFte: 5_000, mostFte: null, oneOf: null, noneOf: null },
    ],
    [{ kind: 'overlap' }, { kind: 'overlap', with: null, allowed: 'none' }],
  ])('are short where the rest goes without saying: %j', (written, rule) => expect(ruleOf(written)).toEqual(rule))

  test.each([
    [{ id: 'r', rule: { kind: 'blackot', days: [] } }, '0.rule.kind', /^is none of "blackout", "maxAway"/],
    [{ id: 'r', rule: { kind: 'blackout', days: ['2026-02-30'] } }, '0.rule.days.0', /^is neither a day/],
    [{ id: 'r', rule: { kind: 'maxAway', limit: { percentage: 101 } } }, '0.rule.limit.percentage', /^is above 100$/],
    [
      { id: 'r', rule: { kind: 'atMost', most: { requests: 1.5 } } },
      '0.rule.most',
      /^is not a whole number of requests$/,
    ],
    [{ id: 'r', rule: { kind: 'overlap', wiht: [] } }, '0.rule.wiht', /did you mean "with"/],
    [{ id: 'r', when: { team: ['a'] }, rule: { kind: 'overlap' } }, '0.when.team', /did you mean "teams"/],
    [
      { id: 'r', rule: { kind: 'notice', longer: [{ atLeast: 5 }, { atLeast: 5 }] } },
      '0.rule',
      /^has lengths that do not grow$/,
    ],
  ])('are refused where they are wrong: %j', (json, path, message) => {
    const { issues } = v.safeParse(rules, [json])
    expect(issues?.map((issue) => v.getDotPath(issue))).toEqual([path])
    expect(issues?.[0].message).toMatch(message)
  })

  test('are refused where two have one name', () => {
    const overlap = { id: 'r', rule: { kind: 'overlap' } }
    expect(v.safeParse(rules, [overlap, overlap]).issues?.map(({ message }) => message)).toEqual(['names a rule twice'])
  })

  test('come back as they were written', () =>
    fc.assert(
      fc.property(anyRule, (one) => {
        expect(v.parse(rules, JSON.parse(JSON.stringify(rulesJson([one]))))).toEqual([one])
      }),
      { numRuns: RUNS },
    ))
})

const names = fc.option(fc.array(fc.constantFrom('a', 'b', 'c')))
const parts = fc.integer({ min: 0, max: 10_000_000 })
const monthDays = fc.constantFrom({ month: 2, day: 29 }, { month: 12, day: 24 }, { month: 4, day: 31 })
const days: fc.Arbitrary<Days> = fc.oneof(
  fc.constant({ kind: 'range' as const, first: day('2026-01-31'), last: day('2026-02-01') }),
  fc.record({ kind: fc.constant('yearly' as const), first: monthDays, last: monthDays }),
  fc.record({ kind: fc.constant('weekdays' as const), weekdays: fc.array(fc.integer({ min: 1, max: 7 })) }),
)
const who = fc.record({
  locations: names,
  departments: names,
  teams: names,
  labels: names,
  persons: fc.option(fc.constant(['ana'].flatMap((id) => parsePersonId(id) ?? []))),
})
const measures = fc.constantFrom('days', 'minutes', 'calendarDays')
const extents = fc.record({ in: measures, n: parts })
const lengths = fc.record({ n: fc.integer({ min: 0, max: 99 }), unit: fc.constantFrom('day', 'week', 'month', 'year') })
const adjoining = fc.constantFrom('off', 'nextDay', 'overFreeDays')
const steps = { days: parts, each: parts }

const demands: fc.Arbitrary<Demand> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('maxAway', 'minimumStaffing'),
    limit: fc.oneof(fc.record({ people: fc.nat(99) }), fc.record({ percentage: fc.nat(10_000) })),
    among: fc.oneof(fc.constantFrom('rule', 'location', 'department', 'team'), who),
    outOf: fc.constantFrom('working', 'everybody'),
    away: names,
    pending: fc.constantFrom('counted', 'notCounted'),
    per: fc.constantFrom('slot', 'day'),
  }),
  fc.record({ kind: fc.constant('blackout'), days: fc.array(days), counts: fc.constantFrom('named', 'worked') }),
  fc.record({ kind: fc.constant('onlyOn'), days: fc.array(days) }),
  fc.record({
    kind: fc.constant('notice'),
    count: fc.constantFrom('calendar', 'working'),
    length: measures,
    ...steps,
    longer: fc
      .uniqueArray(fc.record({ atLeast: parts, ...steps }), { selector: ({ atLeast }) => atLeast })
      .map((all) => all.toSorted((a, b) => a.atLeast - b.atLeast)),
  }),
  fc.record({ kind: fc.constantFrom('minimumLength', 'maximumLength'), length: extents, adjoining }),
  fc.record({
    kind: fc.constant('waiting'),
    for: fc.oneof(
      lengths,
      fc.record({ workedDays: parts }),
      fc.record({ workedMinutes: parts.map((n) => n * 60), within: lengths }),
    ),
  }),
  fc.record({ kind: fc.constant('usedUp'), leaveTypes: fc.array(fc.constantFrom('a', 'b')), left: parts }),
  fc.record({
    kind: fc.constant('apart'),
    from: fc.array(fc.constantFrom('a', 'b')),
    adjoining: fc.constantFrom('nextDay', 'overFreeDays'),
  }),
  fc.record({
    kind: fc.constant('eligibility'),
    leastFte: fc.option(parts),
    mostFte: fc.option(parts),
    oneOf: names,
    noneOf: names,
  }),
  fc.record({
    kind: fc.constant('granularity'),
    smallest: fc.oneof(fc.constantFrom('day', 'half'), fc.record({ minutes: fc.integer({ min: 1, max: 1440 }) })),
  }),
  fc.record({
    kind: fc.constant('atMost'),
    count: fc.oneof(fc.constant('requests'), measures),
    most: fc.nat(99_999),
    per: fc.oneof(
      fc.constantFrom('week', 'month', 'quarter', 'year', 'leaveYear', 'ever'),
      fc.record({ any: lengths }),
    ),
  }),
  fc.record({
    kind: fc.constant('horizon'),
    back: fc.option(lengths),
    ahead: fc.option(lengths),
    measuredTo: fc.constantFrom('first', 'last'),
  }),
  fc.record({
    kind: fc.constant('needs'),
    what: fc.constantFrom('reason', 'certificate', 'cover'),
    longerThan: fc.option(extents),
    adjoining,
  }),
  fc.record({ kind: fc.constant('overlap'), with: names, allowed: fc.constantFrom('none', 'partial', 'full') }),
) as fc.Arbitrary<Demand>

const dates = fc.option(fc.constantFrom(day('2026-01-01'), day('2027-12-31')))
const anyRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.stringMatching(/^[a-z]{1,8}$/),
  name: fc.string(),
  when: fc
    .tuple(
      who,
      fc.record({
        leaveTypes: names,
        except: fc.option(who),
        from: dates,
        until: dates,
        days: fc.option(fc.array(days)),
      }),
    )
    .map(([people, rest]) => ({ ...people, ...rest })),
  rule: demands,
  overridableBy: fc.array(fc.constantFrom('hr', 'ana')),
  exception: fc.boolean(),
})
