import { describe, expect, test } from 'vitest'
import { caseOf } from './case-of.ts'
import { parseJson } from './json.ts'

const wrong = (written: unknown): readonly string[] => {
  const read = caseOf(written)
  return read.ok ? [] : read.error.map(({ path, message }) => `${path} ${message}`)
}

const policy = { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 25 }] } } }
const ana = { id: 'ana', employment: '2020-01-01' }
const withAna = (more: object) => ({ policies: { std: policy }, people: [{ ...ana, policies: ['std'], ...more }] })
const leave = (more: object) => withAna({ leaves: [{ leaveType: 'vacation', first: '2025-03-03', ...more }] })
const asking = (question: object) => ({ ...withAna({}), questions: [question] })
const ofAna = { person: 'ana', leaveType: 'vacation' }

const documents: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['that is no object', [], ['$ is not an object']],
  [
    'with members that nobody knows',
    { peeple: [], people: [{ ...ana, hired: 1, leafs: [] }] },
    [
      '$.people[0].hired is not known here; known are "id", "employment", "places", "schedules", "policies", "roles", "deputies", "leaves", "credits", "payOuts", "worked", "closedYears"',
      '$.people[0].leafs is not known here; did you mean "leaves"?',
      '$.peeple is not known here; did you mean "people"?',
    ],
  ],
  [
    'with values of other shapes',
    { people: [{ id: 'a b', employment: 2020 }], policies: { std: { leaveType: 3, unit: 'days' } } },
    [
      '$.policies.std.leaveType is not 1 to 64 letters, digits, - and _',
      '$.policies.std.unit is none of "day", "hour", "minute"; did you mean "day"?',
      '$.people[0].id is not 1 to 64 letters, digits, - and _',
      '$.people[0].employment is neither a date, a period {"from", "until"} nor a list of periods',
    ],
  ],
  [
    'with a plan that is none',
    {
      policies: {
        a: { leaveType: 'v', entitlement: { plan: { stages: [] } } },
        b: { leaveType: 'v', entitlement: { plan: { stages: [{ amount: 1, after: '1 year' }, { amount: 2 }] } } },
        c: {
          leaveType: 'v',
          entitlement: { floor: 1, plan: { stages: [{ amount: -1, carryOver: { most: 1, keep: 2 }, per: 'month' }] } },
        },
        d: {
          leaveType: 'v',
          entitlement: { plan: { stages: [{ amount: 1, frequency: { every: 'halfMonth', days: [15, 1] } }] } },
        },
      },
    },
    [
      '$.policies.a.entitlement.plan.stages has no stage',
      '$.policies.b.entitlement.plan.stages[1] begins no later than the stage before it',
      '$.policies.c.entitlement.plan.stages[0].amount is below zero',
      '$.policies.c.entitlement.plan.stages[0].per is none of "year", "grant"',
      '$.policies.c.entitlement.plan.stages[0].carryOver.keep is not known here; did you mean "keeps"?',
      '$.policies.c.entitlement.floor is above zero',
      '$.policies.d.entitlement.plan.stages[0].frequency.days is not in order',
    ],
  ],
  [
    'with settings that would have no effect',
    {
      policies: {
        a: {
          leaveType: 'v',
          counting: { sandwiched: 'holidays' },
          entitlement: {
            plan: {
              endIs: 'dayAfter',
              proration: { month: 'full', countHolidays: true },
              stages: [{ amount: 1, validity: 'unlimited', carryOver: { most: 2 } }],
            },
          },
        },
      },
    },
    [
      '$.policies.a.counting.sandwiched has no effect without "sandwich": "request" or "adjoining"',
      '$.policies.a.entitlement.plan.endIs has no effect without "due": "end"',
      '$.policies.a.entitlement.plan.proration.month has no effect without "by": "months"',
      '$.policies.a.entitlement.plan.proration.countHolidays has no effect without "by": "workingDays"',
      '$.policies.a.entitlement.plan.stages[0].carryOver has no effect without "validity": "untilCarryOver"',
    ],
  ],
  [
    'with facts that cannot all hold',
    {
      policies: { std: policy, more: policy },
      people: [
        {
          ...ana,
          policies: ['std', { policy: 'more', from: '2020-01-01' }],
          worked: [
            { first: '2025-01-01', last: '2025-01-31', hours: 40 },
            { first: '2025-01-31', last: '2025-02-28', hours: 30 },
          ],
          closedYears: [
            { leaveType: 'vacation', last: '2024-06-30', carry: 7 },
            { leaveType: 'vacation', last: '2023-12-31', carry: 1 },
            { leaveType: 'vacation', last: '2023-12-31', carry: 2 },
          ],
        },
      ],
      questions: [{ ask: 'closeYear', ...ofAna, last: '2024-06-30' }],
    },
    [
      '$.people[0].policies[1] is from 2020-01-01 on, as another policy of "vacation" is',
      '$.people[0].worked[1] names days that another record names',
      '$.people[0].closedYears[0].last is not the last day of a year: nothing is carried over on the day after',
      '$.people[0].closedYears[2].last is there twice; what goes over may be a list: the pinned amount, then each correction',
      '$.questions[0].last is not the last day of a year: nothing is carried over on the day after',
    ],
  ],
  [
    'with names of nothing',
    {
      ...withAna({
        policies: ['stdd'],
        schedules: 'mon-fry',
        places: { location: 'berlin', department: 'sales', approver: 'ben' },
        deputies: [{ by: 'ben', first: '2025-01-01', last: '2025-01-02' }],
        leaves: [
          {
            leaveType: 'vacaton',
            first: '2025-03-03',
            decisions: [{ by: 'cem', on: '2025-01-01', verdict: 'approve' }],
          },
        ],
        credits: [{ leaveType: 'toil', amount: 1, from: '2025-01-01' }],
      }),
      departments: { hr: { parent: 'all', head: 'zoe' } },
    },
    [
      '$.departments.hr.parent names no department',
      '$.departments.hr.head names no person',
      '$.people[0].credits[0].leaveType names no leave type',
      '$.people[0].deputies[0].by names no person',
      '$.people[0].places[0].location names no location',
      '$.people[0].places[0].department names no department',
      '$.people[0].places[0].approver names no person',
      '$.people[0].schedules[0] names no schedule, nor weekdays such as "mon-fri"',
      '$.people[0].policies[0] names no policy; did you mean "std"?',
      '$.people[0].leaves[0].leaveType names no leave type; did you mean "vacation"?',
      '$.people[0].leaves[0].decisions[0].by names no person',
    ],
  ],
  [
    'that names things twice',
    {
      policies: { std: policy },
      people: [
        {
          ...ana,
          leaves: [
            { id: 'x', ...leaveOn('2025-01-01') },
            { id: 'x', ...leaveOn('2025-01-02') },
          ],
        },
        { ...ana, places: [{ from: '2025-01-01' }, { from: '2025-01-01' }] },
      ],
      questions: [
        { id: 'q', ask: 'work', person: 'ana', first: '2025-01-01' },
        { id: 'q', ask: 'work', person: 'ana', first: '2025-01-01' },
      ],
    },
    [
      '$.people[1].id is there twice',
      '$.people[0].leaves[1].id is there twice',
      '$.people[1].places[1].from is there twice',
      '$.questions[1].id is there twice',
    ],
  ],
  [
    'whose departments lie in each other',
    { departments: { a: { parent: 'b' }, b: { parent: 'a' } } },
    ['$.departments.a.parent lies below itself', '$.departments.b.parent lies below itself'],
  ],
  [
    'whose employment periods overlap',
    { people: [{ ...ana, employment: [{ from: '2020-01-01' }, { from: '2021-01-01', until: '2020-12-31' }] }] },
    [
      '$.people[0].employment[1].until is before the first day',
      '$.people[0].employment[1].from lies within the period before it',
    ],
  ],
  [
    'that counts one leave type in days and in hours',
    {
      policies: { a: { leaveType: 'v' }, b: { leaveType: 'v', unit: 'hour' } },
      people: [{ ...ana, policies: ['a', { policy: 'b', from: '2025-01-01' }] }],
    },
    ['$.people[0].policies[1] is written in hours, another policy of "v" in days'],
  ],
  [
    'with leave that ends before it starts',
    leave({ last: '2025-03-02' }),
    ['$.people[0].leaves[0].last is before the first day'],
  ],
  [
    'with a day of two parts',
    leave({ firstPart: 'am', lastPart: 'pm' }),
    ['$.people[0].leaves[0].lastPart is not the part that the single day begins with'],
  ],
  [
    'with leave said twice',
    leave({ days: ['2025-03-03'] }),
    ['$.people[0].leaves[0].first stands beside "days", which already say it all'],
  ],
  [
    'with days that do not fit together',
    withAna({ leaves: [{ leaveType: 'vacation', days: ['2025-03-03', { date: '2025-03-03', part: 'am' }] }] }),
    ['$.people[0].leaves[0].days names 2025-03-03 twice, with parts that do not fit into it together'],
  ],
  [
    'with a question that nobody can answer',
    asking({ ask: 'balanse', ...ofAna }),
    [
      '$.questions[0].ask is none of "charge", "grants", "proration", "carryOver", "losses", "balance", "balances", "whatIf", "usable", "allowed", "overlap", "clashes", "away", "day", "blackoutDays", "work", "approval", "payOut", "credit", "closeYear", "bradford", "preview", "history"; did you mean "balance"?',
    ],
  ],
  [
    'with a question about nobody',
    asking({ ask: 'balance', person: 'anna', leaveType: 'vacatoin', on: '2025-01-01' }),
    [
      '$.questions[0].person names no person; did you mean "ana"?',
      '$.questions[0].leaveType names no leave type; did you mean "vacation"?',
    ],
  ],
  [
    'with a question about no dates',
    asking({ ask: 'charge', ...ofAna }),
    ['$.questions[0].first is missing: dates are "first" and perhaps "last", or "days"'],
  ],
  [
    'with a question about no leave',
    asking({ ask: 'history', person: 'ana', leave: 'leave-1' }),
    ['$.questions[0].leave names no leave of that person'],
  ],
  [
    'with a question whose span is none',
    asking({ ask: 'usable', ...ofAna, first: '2025-01-02', last: '2025-01-01' }),
    ['$.questions[0].last is before the first day'],
  ],
]

function leaveOn(first: string) {
  return { leaveType: 'vacation', first }
}

describe('a document', () => {
  test.each(documents)('%s is told all that is wrong', (_what, written, messages) =>
    expect(wrong(written)).toEqual(messages),
  )

  test('may be empty', () => expect(wrong({})).toEqual([]))
})

describe('a text', () => {
  const told = (text: string) => {
    const read = parseJson(text)
    return read.ok ? [] : read.error.map(({ path, message }) => `${path} ${message}`)
  }

  test('that is no JSON is refused', () =>
    expect(told('{"a": 1,}')).toEqual([expect.stringMatching(/^\$ is not JSON: /)]))

  test('that names a member twice is refused, wherever it is', () =>
    expect(told('{"a": [{"b c": 1, "x": {"b c": 2}, "b c": 3}], "a": "\\"a\\": 1", "\\u0061": 2}')).toEqual([
      '$.a[0]["b c"] is there twice',
      '$.a is there twice',
      '$.a is there twice',
    ]))

  test('with names that mean something to JavaScript is refused', () =>
    expect(told('{"policies": {"__proto__": {}, "constructor": {}}}')).toEqual([
      '$.policies.__proto__ is no name',
      '$.policies.constructor is no name',
    ]))

  test('nested beyond reason is refused', () =>
    expect(told('['.repeat(100_000))).toEqual(['$ is nested more than 64 deep']))

  test('of more than 10 MiB is refused', () =>
    expect(told(' '.repeat(10 * 1024 * 1024 + 1))).toEqual(['$ is longer than 10 MiB']))

  test('may name members alike in several objects, and in its texts', () =>
    expect(told('{"a": {"a": "{\\"a\\": 1, \\"a\\": 2}"}, "b": [{"a": 1}, {"a": 1}]}')).toEqual([]))
})
