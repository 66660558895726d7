import { describe, expect, test } from 'vitest'
import type { Facts, Leave } from '../facts/facts.ts'
import type { Part } from '../time/absence.ts'
import { company, day, facts, found, leave, mornings, range, type stay, stayWith, wish } from './rules.given.ts'
import type { Staffing } from './staffing.ts'
import { EVERYBODY } from './who.ts'

const most = (people: number, given: Partial<Staffing> = {}): Staffing => ({
  kind: 'maxAway',
  limit: { people },
  among: 'team',
  outOf: 'working',
  away: null,
  pending: 'counted',
  per: 'slot',
  ...given,
})
const least = (people: number, given: Partial<Staffing> = {}): Staffing => ({
  ...most(people),
  kind: 'minimumStaffing',
  ...given,
})

const other = (id: string, leaves: readonly Leave[] = [], given: Partial<Facts> = {}): Facts =>
  facts({ id, leaves, ...given })
const off = (id: string, part: Part = 'whole', given: Partial<Leave> = {}): Facts =>
  other(id, [leave(id, range('2026-03-03', '2026-03-03', part), given)])
const tuesday = (part: Part = 'whole') => wish(range('2026-03-03', '2026-03-03', part))
const held = (rule: Staffing, people: readonly Facts[], asked = tuesday(), known = facts()) =>
  found(rule, asked, known, company({ people }))

describe('how many may be away at once', () => {
  test('counts whoever asks: two, where two is the most', () => {
    expect(held(most(2), [off('ben'), other('cem')])).toEqual([])
    expect(held(most(1), [off('ben'), other('cem')])).toEqual([
      {
        first: '2026-03-03',
        last: '2026-03-03',
        part: 'whole',
        required: { of: 'people', n: 1 },
        found: { of: 'people', n: 2 },
        requests: [],
      },
    ])
  })

  test('names each day on which there are too many', () =>
    expect(held(most(1), [off('ben')], wish(range('2026-03-02', '2026-03-04'))).map(({ first }) => first)).toEqual([
      '2026-03-03',
    ]))

  test('counts leave that waits, unless it is not to count; never what is over', () => {
    const pending = off('ben', 'whole', { status: 'pending' })
    expect(held(most(1), [pending])).toHaveLength(1)
    expect(held(most(1, { pending: 'notCounted' }), [pending])).toEqual([])
    expect(held(most(1), [off('ben', 'whole', { status: 'over' })])).toEqual([])
  })

  test('may count leave of some types only, and then asks nothing of other leave', () => {
    const sick = off('ben', 'whole', { leaveType: 'sick' })
    expect(held(most(1, { away: ['vacation'] }), [sick])).toEqual([])
    expect(held(most(1, { away: ['sick'] }), [sick])).toEqual([])
    expect(held(most(1, { away: ['vacation', 'sick'] }), [sick])).toHaveLength(1)
  })

  test('is of one time: a morning and an afternoon do not meet, unless days are counted', () => {
    expect(held(most(1), [off('ben', 'am')], tuesday('pm'))).toEqual([])
    expect(held(most(1), [off('ben', 'am')], tuesday('am'))).toHaveLength(1)
    expect(held(most(1, { per: 'day' }), [off('ben', 'am')], tuesday('pm'))).toHaveLength(1)
  })

  test('names the part of the day where there are too many', () => {
    expect(held(most(1), [off('ben', 'pm')]).map(({ part }) => part)).toEqual([{ from: 720, to: 1440 }])
    expect(held(most(1), [off('ben', { from: 600, to: 660 })]).map(({ part }) => part)).toEqual([
      { from: 600, to: 660 },
    ])
  })

  test('counts a half that nobody placed wherever it may be', () => {
    expect(held(most(1), [off('ben', 'half')], tuesday('am'))).toHaveLength(1)
    expect(held(most(1), [off('ben', 'half')], tuesday('pm'))).toHaveLength(1)
  })

  test('leaves out who would not work then anyway', () => {
    const part = other('ben', off('ben').leaves, {
      schedules: [{ from: day('2020-01-01'), schedule: mornings, fact: 's' }],
    })
    expect(held(most(1), [part], tuesday('pm'))).toEqual([])
    expect(held(most(1), [part], tuesday('am'))).toHaveLength(1)
  })

  test('asks nothing about days on which whoever asks would not work', () =>
    expect(held(most(0), [], wish(range('2026-03-07', '2026-03-08')))).toEqual([]))

  test('leaves out who has left or not yet begun', () => {
    const employed = (from: string, until: string) =>
      other('ben', off('ben').leaves, { employment: [{ from: day(from), until: day(until), fact: 'e' }] })
    expect(held(most(1), [employed('2026-03-04', '2026-12-31')])).toEqual([])
    expect(held(most(1), [employed('2020-01-01', '2026-03-02')])).toEqual([])
    expect(held(most(1), [employed('2026-03-03', '2026-03-03')])).toHaveLength(1)
  })

  test('does not count whoever asks twice', () => expect(held(most(1), [off('ana')])).toEqual([]))

  test('of a percentage is of who works then: one of two is 50 %, one of three a third', () => {
    const half = most(0, { limit: { percentage: 5_000 } })
    expect(held(half, [other('ben')])).toEqual([])
    expect(held(half, [off('ben'), other('cem'), other('dan')])).toEqual([])
    expect(held(half, [off('ben'), other('cem')]).map(({ required, found }) => [required, found])).toEqual([
      [
        { of: 'percentage', n: 5_000 },
        { of: 'share', people: 2, outOf: 3 },
      ],
    ])
    const third = most(0, { limit: { percentage: 3_333 } })
    expect(held(third, [other('ben'), other('cem')])).toHaveLength(1)
    expect(held({ ...third, limit: { percentage: 3_334 } }, [other('ben'), other('cem')])).toEqual([])
  })

  test('of a percentage may be of the whole group, at work or not', () => {
    const half = most(0, { limit: { percentage: 5_000 } })
    const atHome = other('cem', [], { schedules: [] })
    expect(held(half, [off('ben'), atHome, other('dan')])).toHaveLength(1)
    expect(held({ ...half, outOf: 'everybody' }, [off('ben'), atHome, other('dan')])).toEqual([])
  })

  test('of a percentage never keeps the only one from being away', () =>
    expect(held(most(0, { limit: { percentage: 0 } }), [])).toEqual([]))

  test('of nobody is nobody', () => expect(held(most(0), [])).toHaveLength(1))
})

describe('who is counted', () => {
  const inTeam = (id: string, team: string, given: Partial<typeof stay> = {}) =>
    other(id, off(id).leaves, { places: [stayWith({ team, ...given })] })

  test('may be the own team, location or department with all below it', () => {
    expect(held(most(1), [inTeam('ben', 'sales')])).toEqual([])
    expect(held(most(1, { among: 'location' }), [inTeam('ben', 'sales')])).toHaveLength(1)
    expect(held(most(1, { among: 'location' }), [inTeam('ben', 'sales', { location: 'berlin' })])).toEqual([])
    const head = facts({ places: [stayWith({ department: 'tech' })] })
    expect(held(most(1, { among: 'department' }), [off('ben')], tuesday(), head)).toHaveLength(1)
    expect(held(most(1, { among: 'department' }), [inTeam('ben', 'x', { department: 'tech' })])).toEqual([])
    const alone = facts({ places: [stayWith({ department: null })] })
    const another = inTeam('ben', 'x', { department: null })
    expect(held(most(1, { among: 'department' }), [another], tuesday(), alone)).toEqual([])
  })

  test('may be whom the rule is for', () => {
    const people = company({ people: [inTeam('ben', 'sales'), inTeam('cem', 'other')] })
    const count = (teams: readonly string[]) => found(most(1, { among: 'rule' }), tuesday(), facts(), people, { teams })
    expect(count(['product', 'sales'])).toHaveLength(1)
    expect(count(['product'])).toEqual([])
  })

  test('may be some who must not be away together; the others may', () => {
    const pair = most(1, { among: { ...EVERYBODY, persons: [facts().person, facts({ id: 'ben' }).person] } })
    expect(held(pair, [off('ben')])).toHaveLength(1)
    expect(held(pair, [off('cem')])).toEqual([])
    expect(held(pair, [off('ben')], tuesday(), facts({ id: 'cem' }))).toEqual([])
  })

  test('follows who moves, day by day', () => {
    const moving = other('ben', [leave('b', range('2026-03-02', '2026-03-06'))], {
      places: [stayWith({ team: 'sales' }), stayWith({ from: day('2026-03-05') })],
    })
    expect(held(most(1), [moving], wish(range('2026-03-02', '2026-03-06'))).map(({ first }) => first)).toEqual([
      '2026-03-05',
      '2026-03-06',
    ])
  })
})

describe('how many must stay', () => {
  test('counts who works and is not away', () => {
    expect(held(least(1), [other('ben')])).toEqual([])
    expect(held(least(2), [other('ben')]).map(({ required, found }) => [required, found])).toEqual([
      [
        { of: 'people', n: 2 },
        { of: 'people', n: 1 },
      ],
    ])
    expect(held(least(1), [off('ben')])).toHaveLength(1)
    expect(held(least(1), [])).toHaveLength(1)
  })

  test('does not count who has the day off', () =>
    expect(held(least(1), [other('ben', [], { schedules: [] })])).toHaveLength(1))

  test('may be a percentage', () => {
    const half = least(0, { limit: { percentage: 5_000 } })
    expect(held(half, [other('ben')])).toEqual([])
    expect(held(half, [off('ben'), other('cem')]).map(({ found }) => found)).toEqual([
      { of: 'share', people: 1, outOf: 3 },
    ])
  })
})

describe('a change of accepted leave', () => {
  test('is asked about the time it adds only', () => {
    const known = facts({ leaves: [leave('wish', range('2026-03-03', '2026-03-03', 'am'))] })
    expect(held(most(1), [off('ben')], tuesday('am'), known)).toEqual([])
    expect(held(most(1), [off('ben', 'am')], tuesday(), known)).toEqual([])
    expect(held(most(1), [off('ben')], tuesday(), known)).toHaveLength(1)
  })
})
