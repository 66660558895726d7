import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import {
  allOf,
  ana,
  anyOf,
  approver,
  away,
  ben,
  clara,
  company,
  day,
  dora,
  emil,
  gus,
  hal,
  member,
  monday,
  named,
  office,
  role,
  tuesday,
} from './approval.given.ts'
import type { ApprovalRules, Approver, Step } from './approval-rules.ts'
import { isSkipped, seatsOf, watchersOf } from './approvers.ts'
import { withDeputies } from './deputies.ts'
import type { Organisation } from './organisation.ts'

const head: Approver = { kind: 'head', department: null }
const up = (n: number): Approver => ({ kind: 'approver', up: n })
const asks = (step: Step, organisation = company(), rules: Partial<ApprovalRules> = {}, asking = ana) =>
  seatsOf(office(rules, organisation), asking, step, monday).map(({ by }) => by)
const leaver = { employment: [{ from: day('2020-01-01'), until: day('2026-05-31') }] }

describe('a level asks', () => {
  test("the person's approver", () => expect(asks(anyOf(approver))).toEqual([[ben]]))
  test('the approver of that approver', () => expect(asks(anyOf(up(2)))).toEqual([[clara]]))
  test('the nearest head above a department without one', () => expect(asks(anyOf(head))).toEqual([[hal]]))
  test('the head of a named department', () =>
    expect(asks(anyOf({ kind: 'head', department: 'company' }))).toEqual([[clara]]))
  test('all who hold a role, of whom any one speaks for them', () =>
    expect(asks(anyOf(role('hr')), company([member(gus, ben, { roles: ['hr'] })]))).toEqual([[dora, gus]]))
  test('a person by name', () => expect(asks(anyOf(named(gus)))).toEqual([[gus]]))
  test('several, each a seat of their own', () => expect(asks(allOf(approver, named(gus)))).toEqual([[ben], [gus]]))
  test('whoever approves for them on that day', () => {
    const [past, now] = [member(ana, ben).places, member(ana, gus, { from: tuesday }).places]
    const moved = company([{ ...member(ana, ben), places: [...past, ...now] }])
    expect(asks(anyOf(approver), moved)).toEqual([[ben]])
    expect(seatsOf(office({}, moved), ana, anyOf(approver), tuesday)).toEqual([{ seat: 0, by: [gus] }])
  })
})

describe('where nobody can be asked, it goes up', () => {
  test('past an approver who has left', () =>
    expect(asks(anyOf(approver), company([member(ben, clara, leaver)]))).toEqual([[clara]]))
  test('past an approver who has not begun', () => {
    const begins = { employment: [{ from: tuesday, until: null }] }
    expect(asks(anyOf(approver), company([member(ben, clara, begins)]))).toEqual([[clara]])
  })
  test('to the head above, where there is no approver', () =>
    expect(asks(anyOf(approver), company([member(ana, null, { department: 'export' })]))).toEqual([[hal]]))
  test('at last to HR and admins', () =>
    expect(asks(anyOf(approver), company([member(clara, null)]), {}, clara)).toEqual([[dora, emil]]))
  test('from a person by name who has left', () =>
    expect(asks(anyOf(named(gus)), company([member(gus, hal, leaver)]))).toEqual([[hal]]))
  test('from a role that nobody holds', () => expect(asks(anyOf(role('board')))).toEqual([[ben]]))
  test('where the line of approvers is too short', () => expect(asks(anyOf(up(3)))).toEqual([[dora, emil]]))
  test('and where approvers run in a circle, it ends', () => {
    const circle = company([member(ben, ana, { department: 'sales' })])
    expect(asks(anyOf(approver), circle)).toEqual([[ben]])
    expect(asks(anyOf(up(2)), circle)).toEqual([[ben]])
    expect(asks(anyOf(up(3)), circle)).toEqual([[ben]])
  })
  test('to nobody, where there is nobody', () =>
    expect(asks(anyOf(approver), { people: { ana: member(ana, null) }, departments: {}, deputies: [] })).toEqual([[]]))
})

describe("an approver's own leave", () => {
  test('goes to the next one up', () => expect(asks(anyOf(named(ben)), company(), {}, ben)).toEqual([[clara]]))
  test('of a head goes up the line of approvers', () =>
    expect(asks(anyOf(head), company(), {}, hal)).toEqual([[clara]]))
  test('skips the level, if the rules say so', () => {
    const skip = office({ ownLeave: 'skip' })
    expect(isSkipped(skip, ben, anyOf(named(ben)), monday)).toBe(true)
    expect(isSkipped(skip, ana, anyOf(named(ben)), monday)).toBe(false)
  })
  test('is left to the others of the level', () => {
    expect(asks(anyOf(named(ben), named(gus)), company(), { ownLeave: 'skip' }, ben)).toEqual([[gus]])
    expect(asks(anyOf(role('hr')), company([member(gus, ben, { roles: ['hr'] })]), {}, dora)).toEqual([[gus]])
  })
  test('is for themselves, if the rules let them', () =>
    expect(asks(anyOf(named(ben)), company(), { selfApproval: true }, ben)).toEqual([[ben]]))
})

describe('a deputy', () => {
  const from = { first: monday, last: day('2026-06-05') }
  const standingIn = (...deputies: readonly [PersonId, PersonId][]) =>
    company(
      [],
      deputies.map(([of, by]) => ({ of, by, ...from })),
    )

  test.each([
    ['2026-05-31', [ben]],
    ['2026-06-01', [ben, gus]],
    ['2026-06-05', [ben, gus]],
    ['2026-06-06', [ben]],
  ])('decides within their dates, both included: %s', (on, by) =>
    expect(seatsOf(office({}, standingIn([ben, gus])), ana, anyOf(approver), day(on))).toEqual([{ seat: 0, by }]),
  )
  test('has deputies too', () =>
    expect(asks(anyOf(approver), standingIn([ben, gus], [gus, hal]))).toEqual([[ben, gus, hal]]))
  test('of a deputy may be who is stood in for: it ends', () =>
    expect(asks(anyOf(approver), standingIn([ben, gus], [gus, ben]))).toEqual([[ben, gus]]))
  test('is never whoever asks, and they name none', () =>
    expect(asks(anyOf(approver), standingIn([ben, ana], [ana, gus]))).toEqual([[ben]]))
  test('who has left decides nothing', () => {
    const { people } = company([member(gus, ben, leaver)])
    expect(asks(anyOf(approver), { ...standingIn([ben, gus]), people })).toEqual([[ben]])
  })
})

test('a level that was raised asks the next one up as well, from that day on', () => {
  const raised = [{ seat: 0, on: tuesday }]
  expect(seatsOf(office(), ana, anyOf(approver), monday, raised)).toEqual([{ seat: 0, by: [ben] }])
  expect(seatsOf(office(), ana, anyOf(approver), tuesday, raised)).toEqual([{ seat: 0, by: [ben, clara] }])
  expect(seatsOf(office(), ana, anyOf(approver), tuesday, [...raised, ...raised])).toEqual([
    { seat: 0, by: [ben, clara, dora, emil] },
  ])
})

test('watchers are told, whoever asks among them', () =>
  expect(watchersOf(office({ watchers: [role('hr'), approver, named(ana)] }), ana, monday)).toEqual([dora, ben, ana]))

describe('whatever the organisation', () => {
  const people = [ana, ben, clara, gus]
  const anybody = fc.constantFrom(...people)
  const organisations: fc.Arbitrary<Organisation> = fc.record({
    people: fc
      .tuple(...people.map((person) => fc.option(anybody, { nil: null }).map((above) => member(person, above))))
      .map((members) => Object.fromEntries(members.map((it) => [it.person, it]))),
    departments: fc.constant({ company: { parent: 'company', head: clara } }),
    deputies: fc.array(fc.record({ of: anybody, by: anybody, first: fc.constant(monday), last: fc.constant(monday) }), {
      maxLength: 6,
    }),
  })
  const approvers = fc.oneof(
    anybody.map(named),
    fc.integer({ min: 1, max: 5 }).map(up),
    fc.constant(head),
    fc.constant(role('hr')),
  )

  test('whoever asks is never asked, circles end, and nobody is named twice', () =>
    fc.assert(
      fc.property(
        organisations,
        approvers,
        fc.nat(3),
        fc.constantFrom('skip', 'escalate'),
        (all, one, times, ownLeave) => {
          const raised = Array.from({ length: times }, () => ({ seat: 0, on: monday }))
          const seats = seatsOf(office({ ownLeave }, all, away()), ana, anyOf(one), monday, raised)
          expect(seats).toHaveLength(1)
          for (const { by } of seats) {
            expect(by).not.toContain(ana)
            expect(new Set(by).size).toBe(by.length)
          }
        },
      ),
      { numRuns: RUNS },
    ))

  test('deputies of deputies end', () =>
    fc.assert(
      fc.property(organisations, anybody, (all, person) => {
        const line = withDeputies(all, [person], ana, monday)
        expect(line[0]).toBe(person)
        expect(new Set(line).size).toBe(line.length)
      }),
      { numRuns: RUNS },
    ))
})
