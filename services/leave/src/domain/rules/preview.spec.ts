import { describe, expect, test } from 'vitest'
import type { Leave } from '../facts/facts.ts'
import { preview } from './preview.ts'
import { company, day, facts, leave, range, rule, wish } from './rules.given.ts'
import type { Staffing } from './staffing.ts'

const one: Staffing = {
  kind: 'maxAway',
  limit: { people: 1 },
  among: 'team',
  outOf: 'working',
  away: null,
  pending: 'counted',
  per: 'slot',
}
const tuesday = range('2026-03-03')
const person = (id: string, given: Partial<Leave> = {}) => facts({ id, leaves: [leave(id, tuesday, given)] })
const asked = (id: string, on: string) => ({
  person: facts({ id }).person,
  wish: wish(tuesday, { request: id, askedOn: day(on) }),
})

describe('the preview of a rule', () => {
  const people = [person('ana'), person('ben'), person('cem')]

  test('lets whoever asked first have their leave, and names the others with what is in the way', () => {
    const history = [asked('cem', '2026-02-03'), asked('ana', '2026-02-02'), asked('ben', '2026-02-01')]
    const refused = preview(() => [rule(one)], history, people, company())
    expect(
      refused.map(({ person: who, broken }) => [who, broken.map(({ rule: id, findings }) => [id, findings[0]?.found])]),
    ).toEqual([
      ['ana', [['rule', { of: 'people', n: 2 }]]],
      ['cem', [['rule', { of: 'people', n: 2 }]]],
    ])
  })

  test('knows nothing of leave that was asked for later', () =>
    expect(preview(() => [rule(one)], [asked('ana', '2026-02-02')], people, company())).toEqual([]))

  test('leaves out what was declined or taken back', () => {
    const history = [asked('ana', '2026-02-01'), asked('ben', '2026-02-02')]
    expect(preview(() => [rule(one)], history, [person('ana', { status: 'over' }), person('ben')], company())).toEqual(
      [],
    )
  })

  test('speaks of its own rules only, not of overlap', () => {
    const twice = facts({ leaves: [leave('a', tuesday), leave('b', tuesday)] })
    const history = ['a', 'b'].map((id) => ({ ...asked(id, '2026-02-01'), person: twice.person }))
    expect(preview(() => [rule(one)], history, [twice], company())).toEqual([])
  })
})
