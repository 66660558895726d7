import { addDays } from '@awayday/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import { check } from './check.ts'
import { type Asked, preview } from './preview.ts'
import { company, day, facts, fiveDays, leave, mornings, range, rule, stayWith, wish } from './rules.given.ts'
import type { Staffing } from './staffing.ts'

const monday = day('2026-03-02')
const who = ['ana', 'ben', 'cem', 'dora', 'eve']

const somebody = fc.record({
  team: fc.constantFrom('product', 'sales'),
  department: fc.constantFrom('web', 'sales'),
  schedule: fc.constantFrom(fiveDays, fiveDays, mornings),
})
const request = fc.record({
  by: fc.nat(who.length - 1),
  first: fc.nat(4),
  more: fc.nat(3),
  part: fc.constantFrom('whole' as const, 'am' as const, 'pm' as const),
  asked: fc.nat(3),
  status: fc.constantFrom('accepted' as const, 'pending' as const, 'over' as const),
  leaveType: fc.constantFrom('vacation', 'unpaid'),
})
const staffing: fc.Arbitrary<Staffing> = fc.record({
  kind: fc.constantFrom('maxAway' as const, 'minimumStaffing' as const),
  limit: fc.oneof(
    fc.record({ people: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ percentage: fc.constantFrom(2_500, 5_000, 8_000) }),
  ),
  among: fc.constantFrom('rule' as const, 'team' as const, 'department' as const, 'location' as const),
  outOf: fc.constantFrom('working' as const, 'everybody' as const),
  away: fc.constantFrom(null, ['vacation']),
  pending: fc.constantFrom('counted' as const, 'notCounted' as const),
  per: fc.constantFrom('slot' as const, 'day' as const),
})

/** What a preview promises, said plainly: each request is held against what was let pass before it, and everybody is looked at anew. */
const oneByOne = (demands: readonly Staffing[], asked: readonly Asked[], people: readonly Facts[]) => {
  let now: readonly Facts[] = people.map((one) => ({ ...one, leaves: [] }))
  const rules = demands.map((demand, n) => rule(demand, {}, { id: `r${n}` }))
  const inOrder = asked.toSorted((a, b) =>
    `${a.wish.askedOn} ${a.wish.request} ${a.person}` < `${b.wish.askedOn} ${b.wish.request} ${b.person}` ? -1 : 1,
  )
  return inOrder.flatMap((one) => {
    const own = now.find(({ person }) => person === one.person)
    const taken = people.flatMap(({ leaves }) => leaves).find(({ id }) => id === one.wish.request)
    if (!own || !taken || taken.status === 'over') return []
    const known = new Set(rules.map(({ id }) => id))
    const broken = check(one.wish, own, company({ people: now }), rules).filter(({ rule: id }) => known.has(id))
    if (broken.length > 0) return [{ ...one, broken }]
    now = now.map((it) => (it === own ? { ...it, leaves: [...it.leaves, taken] } : it))
    return []
  })
}

test('a preview says of each request what it would have been refused for, with all that was let pass before it', () =>
  fc.assert(
    fc.property(
      fc.tuple(somebody, somebody, somebody, somebody, somebody),
      fc.array(request, { maxLength: 12 }),
      fc.array(staffing, { minLength: 1, maxLength: 2 }),
      (given, requests, demands) => {
        const asks = requests.map(({ by, first, more, part, asked, status, leaveType }, n) => {
          const dates = range(addDays(monday, first), addDays(monday, first + more), part)
          const id = `q${n}`
          return {
            by,
            leave: leave(id, dates, { status, leaveType }) satisfies Leave,
            wish: wish(dates, { request: id, leaveType, askedOn: addDays(day('2026-02-01'), asked) }),
          }
        })
        const people = given.map(({ team, department, schedule }, n) =>
          facts({
            id: who[n] ?? '',
            places: [stayWith({ team, department })],
            schedules: [{ from: day('2020-01-01'), schedule, fact: 'schedule' }],
            leaves: asks.flatMap(({ by, leave: own }) => (by === n ? [own] : [])),
          }),
        )
        const asked = asks.flatMap(({ by, wish: it }): readonly Asked[] => {
          const one = people[by]
          return one ? [{ person: one.person, wish: it }] : []
        })
        const rules = demands.map((demand, n) => rule(demand, {}, { id: `r${n}` }))
        expect(preview(() => rules, asked, people, company())).toEqual(oneByOne(demands, asked, people))
      },
    ),
    { numRuns: RUNS },
  ))
