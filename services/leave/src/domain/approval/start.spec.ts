import { describe, expect, test } from 'vitest'
import {
  ana,
  anyOf,
  approver,
  asked,
  away,
  ben,
  clara,
  company,
  day,
  gus,
  hal,
  member,
  monday,
  named,
  office,
  role,
  week,
  when,
} from './approval.given.ts'
import type { ApprovalRules, Condition } from './approval-rules.ts'
import { holds } from './condition.ts'
import type { ApprovalEvent } from './events.ts'
import { start } from './start.ts'
import type { Wish } from './wish.ts'

const started = (rules: Partial<ApprovalRules>, wish: Wish = week): readonly ApprovalEvent[] =>
  asked(office(rules), wish).events
const said = { request: 'r1', by: ana, on: monday } as const
const first = { approvers: [approver], need: 'anyOf' } as const
const second = { approvers: [role('hr')], need: 'anyOf' } as const
const approved = { type: 'LeaveApproved', request: 'r1', by: null, on: monday } as const

describe('a request waits', () => {
  test("for the person's approver, if nothing else is said", () =>
    expect(started({})).toEqual([
      { type: 'ApprovalStarted', person: ana, levels: [first], level: 0, cover: null, ...said },
    ]))

  test('for the levels whose condition holds', () => {
    const long = { ...second, when: when({ leastDays: 6 }) }
    const levels = [{ ...first, when: when({}) }, long]
    expect(started({ levels })[0]).toMatchObject({ levels: [first] })
    expect(started({ levels: [{ ...long, when: when({ leastDays: 5 }) }] })[0]).toMatchObject({ levels: [second] })
  })

  test('for nobody, where no level is left', () =>
    expect(started({ levels: [{ ...first, when: when({ leaveTypes: ['sick'] }) }] })).toEqual([
      { type: 'ApprovalStarted', person: ana, levels: [], level: 0, cover: null, ...said },
      approved,
    ]))

  test('for nobody, where it is approved by itself', () =>
    expect(started({ autoApproval: [when({ leaveTypes: ['sick'] }), when({ mostDays: 5, warned: false })] })).toEqual([
      { type: 'ApprovalStarted', person: ana, levels: [], level: 0, cover: null, ...said },
      approved,
    ]))

  test('where a rule speaks against what would be approved by itself', () =>
    expect(started({ autoApproval: [when({ warned: false })] }, { ...week, warned: true })).toHaveLength(1))

  test('at the first level that asks somebody else, if own levels are skipped', () => {
    const levels = [anyOf(named(ana)), anyOf(named(ben)), anyOf(named(ana))]
    expect(started({ levels, ownLeave: 'skip' })[0]).toMatchObject({ level: 1 })
    expect(started({ levels })[0]).toMatchObject({ level: 0 })
  })

  test('at the last level, if all are their own: one up', () =>
    expect(started({ levels: [anyOf(named(ana)), anyOf(named(ana))], ownLeave: 'skip' })[0]).toMatchObject({
      level: 1,
    }))

  test('for the consent of the cover as well, though it needs no approval', () =>
    expect(started({ levels: [] }, { ...week, cover: gus })).toEqual([
      {
        type: 'ApprovalStarted',
        person: ana,
        levels: [],
        level: 0,
        cover: { person: gus, consent: 'parallel', agrees: null },
        ...said,
      },
    ]))

  test('for no cover, if they are only told', () =>
    expect(started({ cover: 'notAsked', levels: [] }, { ...week, cover: gus })).toContainEqual(approved))
})

describe('a cover is refused', () => {
  const ask = (cover: Wish['cover'], presence = away(), organisation = company()) =>
    start(office({}, organisation, presence), { ...week, cover }, { by: ana, on: monday })

  test('who is away themselves', () =>
    expect(ask(gus, away({ who: gus, first: '2026-07-09', last: '2026-07-20' }))).toEqual({
      ok: false,
      error: { type: 'CoverAway', cover: gus, on: '2026-07-09' },
    }))
  test('who is away up to the day before: not', () =>
    expect(ask(gus, away({ who: gus, first: '2026-07-01', last: '2026-07-05' })).ok).toBe(true))
  test('who will have left', () => {
    const leaving = member(gus, ben, { employment: [{ from: day('2020-01-01'), until: day('2026-07-07') }] })
    expect(ask(gus, away(), company([leaving]))).toEqual({
      ok: false,
      error: { type: 'CoverAway', cover: gus, on: '2026-07-08' },
    })
  })
  test('who is the person', () => expect(ask(ana)).toEqual({ ok: false, error: { type: 'OwnCover' } }))
})

describe('a condition holds', () => {
  const labelled = company([member(ana, ben, { department: 'export', labels: ['night'] })])
  const does = (condition: Partial<Condition>, wish = week) => holds(when(condition), wish, labelled, monday)
  const hourly: Wish = { ...week, charges: week.charges.map((charge) => ({ ...charge, unit: 'minute', n: 4_800_000 })) }

  test.each<[Partial<Condition>, boolean]>([
    [{}, true],
    [{ leaveTypes: ['vacation', 'sick'] }, true],
    [{ leaveTypes: ['sick'] }, false],
    [{ leaveTypes: [] }, false],
    [{ departments: ['export'] }, true],
    [{ departments: ['sales'] }, true],
    [{ departments: ['company'] }, true],
    [{ departments: ['legal'] }, false],
    [{ labels: ['day', 'night'] }, true],
    [{ labels: ['day'] }, false],
    [{ persons: [ana, ben] }, true],
    [{ persons: [ben] }, false],
    [{ locations: ['lisbon'] }, true],
    [{ locations: ['porto'] }, false],
    [{ leastCharged: { unit: 'day', n: 50_000 } }, true],
    [{ leastCharged: { unit: 'day', n: 50_001 } }, false],
    [{ mostCharged: { unit: 'day', n: 50_000 } }, true],
    [{ mostCharged: { unit: 'day', n: 49_999 } }, false],
    [{ mostCharged: { unit: 'minute', n: 1_000_000_000 } }, false],
    [{ leastDays: 5 }, true],
    [{ leastDays: 6 }, false],
    [{ mostDays: 5 }, true],
    [{ mostDays: 4 }, false],
    [{ warned: false }, true],
    [{ warned: true }, false],
    [{ leaveTypes: ['vacation'], labels: ['day'] }, false],
  ])('%j: %s', (condition, expected) => expect(does(condition)).toBe(expected))

  test('by hours, where hours are counted', () => {
    expect(does({ leastCharged: { unit: 'minute', n: 24_000_000 } }, hourly)).toBe(true)
    expect(does({ leastCharged: { unit: 'day', n: 1 } }, hourly)).toBe(false)
  })

  test('of departments below, not beside or above', () => {
    const of = (person: typeof ana) => holds(when({ departments: ['sales'] }), { ...week, person }, company(), monday)
    expect([of(ana), of(hal), of(clara)]).toEqual([true, true, false])
  })
})
