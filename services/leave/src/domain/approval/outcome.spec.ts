import { describe, expect, test } from 'vitest'
import {
  allOf,
  ana,
  anyOf,
  approver,
  away,
  ben,
  clara,
  company,
  dates,
  day,
  dora,
  emil,
  gus,
  member,
  monday,
  named,
  office,
  role,
  tuesday,
  week,
} from './approval.given.ts'
import type { ApprovalRules } from './approval-rules.ts'
import { dueBy } from './due.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import type { Wish } from './wish.ts'
import type { Ask, Word } from './words.ts'

const ask = (wish: Wish = week, on = monday): Ask => ({ says: 'ask', by: ana, on, wish })
const june = (n: number) => day(`2026-06-${n < 10 ? '0' : ''}${n}`)
const word = (
  says: 'approve' | 'decline' | 'withdraw' | 'agreeToCover' | 'refuseToCover',
  by: typeof ana,
  on: number,
): Word => ({
  says,
  by,
  on: june(on),
})
const after = (by: Office, words: readonly Word[], until: number, wish = week) =>
  outcomeOf(by, ask(wish), words, june(until))
const ahead = (by: Office, words: readonly Word[] = [], until = 1, wish = week) =>
  after(by, words, until, wish).deadlines
const status = (by: Office, words: readonly Word[], until: number, wish = week) => {
  const { approval } = after(by, words, until, wish)
  return approval && { status: approval.status, ...('on' in approval ? { by: approval.by, on: approval.on } : {}) }
}
const reminder = (who: typeof ana, on: number, times: number) => ({ kind: 'reminder', on: june(on), who, after: times })
const expiry = (on: number, of = 'approvers') => ({ kind: 'expiry', on: june(on), of })
const rules = (some: Partial<ApprovalRules>, presence = away(), organisation = company()) =>
  office(some, organisation, presence)

describe('whoever is asked on a Monday', () => {
  test('is reminded after 1, 3 and 5 working days, and has 7', () =>
    expect(ahead(office())).toEqual([reminder(ben, 2, 1), reminder(ben, 4, 3), reminder(ben, 8, 5), expiry(10)]))
  test('by other rules, after other days', () =>
    expect(ahead(rules({ remindAfter: [2], expireAfter: 3 }))).toEqual([reminder(ben, 3, 2), expiry(4)]))
  test('may have all the time in the world', () =>
    expect(ahead(rules({ expireAfter: null }))).toEqual([
      reminder(ben, 2, 1),
      reminder(ben, 4, 3),
      reminder(ben, 8, 5),
    ]))
  test('is not waited for on days of leave', () =>
    expect(ahead(rules({}, away({ who: ben, first: '2026-06-03', last: '2026-06-09' })))).toEqual([
      reminder(ben, 2, 1),
      reminder(ben, 11, 3),
      reminder(ben, 15, 5),
      expiry(17),
    ]))
  test('is waited for on their own working days', () =>
    expect(ahead(rules({}, (_, on) => (on === '2026-06-20' || on === '2026-06-21' ? 'works' : 'free')))).toEqual([
      reminder(ben, 20, 1),
    ]))
  test('is reminded no more once it is decided', () =>
    expect(after(office(), [word('approve', ben, 3)], 30).log).toEqual([
      {
        kind: 'event',
        event: {
          type: 'ApprovalStarted',
          request: 'r1',
          person: ana,
          levels: [{ approvers: [approver], need: 'anyOf' }],
          level: 0,
          cover: null,
          by: ana,
          on: monday,
        },
      },
      reminder(ben, 2, 1),
      { kind: 'event', event: { type: 'LeaveApproved', request: 'r1', by: ben, on: june(3) } },
    ]))
  test('is asked by the outcome of no day before', () =>
    expect(outcomeOf(office(), ask(), [], day('2026-05-31'))).toEqual({
      approval: null,
      wish: week,
      proposed: null,
      deadlines: [],
      log: [],
    }))
})

describe('the last day', () => {
  test('is a whole one', () => {
    expect(status(office(), [word('approve', ben, 10)], 10)).toEqual({ status: 'approved', by: ben, on: june(10) })
    expect(status(office(), [], 9)).toEqual({ status: 'pending' })
    expect(status(office(), [], 10)).toEqual({ status: 'expired', by: null, on: june(10) })
  })
  test('is over then', () =>
    expect(after(office(), [word('approve', ben, 11)], 11).log.at(-1)).toEqual({
      kind: 'refused',
      said: word('approve', ben, 11),
      why: { type: 'AlreadyDecided', request: 'r1', outcome: 'expired', by: null, on: june(10) },
    }))

  test.each([
    ['declined', { status: 'declined', by: null, on: june(10) }],
    ['approved', { status: 'approved', by: null, on: june(10) }],
  ] as const)('may mean %s', (onExpiry, expected) => expect(status(rules({ onExpiry }), [], 30)).toEqual(expected))

  test('of one level may pass it on to the next', () => {
    const levels = [anyOf(approver), anyOf(named(clara))]
    expect(after(rules({ onExpiry: 'approved', levels }), [], 10)).toMatchObject({
      approval: { status: 'pending', waiting: { level: 1, since: june(10) } },
      deadlines: [reminder(clara, 11, 1), reminder(clara, 15, 3), reminder(clara, 17, 5), expiry(19)],
    })
  })
  test('comes for any of several when all have had their time', () =>
    expect(
      ahead(
        rules(
          { levels: [anyOf(named(ben), named(clara))] },
          away({ who: clara, first: '2026-06-02', last: '2026-06-03' }),
        ),
      ),
    ).toEqual([
      reminder(ben, 2, 1),
      reminder(ben, 4, 3),
      reminder(clara, 4, 1),
      reminder(ben, 8, 5),
      reminder(clara, 8, 3),
      reminder(clara, 10, 5),
      expiry(12),
    ]))
  test('comes for all of several with the first whose time is over', () => {
    const all = rules(
      { levels: [allOf(named(ben), named(clara))] },
      away({ who: clara, first: '2026-06-02', last: '2026-06-03' }),
    )
    expect(ahead(all).at(-1)).toEqual(expiry(10))
    expect(ahead(all, [word('approve', ben, 2)], 2).at(-1)).toEqual(expiry(12))
  })
  test('begins anew with a change', () => {
    const edit: Word = {
      says: 'edit',
      by: ana,
      on: june(9),
      wish: { ...week, dates: dates('2026-07-06', '2026-07-07') },
    }
    expect(ahead(office(), [edit], 9)).toEqual([
      reminder(ben, 10, 1),
      reminder(ben, 12, 3),
      reminder(ben, 16, 5),
      expiry(18),
    ])
  })
  test('begins anew with the next level', () => {
    const levels = [anyOf(approver), anyOf(named(clara))]
    expect(ahead(rules({ levels }), [word('approve', ben, 9)], 9).at(-1)).toEqual(expiry(18))
  })
  test('of a wish to cancel leaves the leave approved', () => {
    const words: readonly Word[] = [word('approve', ben, 1), { says: 'cancel', by: ana, on: tuesday }]
    const asking = rules({ cancellation: 'approval' })
    expect(ahead(asking, words, 2)).toEqual([reminder(ben, 3, 1), reminder(ben, 5, 3), reminder(ben, 9, 5), expiry(11)])
    expect(after(asking, words, 11).approval).toMatchObject({
      status: 'approved',
      by: ben,
      kept: { by: null, on: june(11) },
    })
    expect(after({ ...asking, rules: { ...asking.rules, onExpiry: 'approved' } }, words, 11).approval?.status).toBe(
      'cancelled',
    )
  })
})

describe('whoever is silent', () => {
  const up = rules({ onExpiry: 'escalated' })

  test('is joined by the next one up, with new time', () => {
    expect(ahead(up).at(-1)).toEqual({ kind: 'escalation', on: june(10), seat: 0, because: 'silence' })
    expect(ahead(up, [], 10)).toEqual([
      reminder(clara, 11, 1),
      reminder(clara, 15, 3),
      reminder(clara, 17, 5),
      { kind: 'escalation', on: june(19), seat: 0, because: 'silence' },
    ])
  })
  test('may still decide, as may the next one up', () => {
    expect(status(up, [word('approve', clara, 10)], 10)).toEqual({ status: 'pending' })
    expect(status(up, [word('approve', clara, 11)], 11)).toEqual({ status: 'approved', by: clara, on: june(11) })
    expect(status(up, [word('decline', ben, 11)], 11)).toEqual({ status: 'declined', by: ben, on: june(11) })
  })
  test('ends it, where nobody is further up', () => {
    const alone = company([member(dora, clara), member(emil, clara)])
    const nobody = rules({ onExpiry: 'escalated', levels: [anyOf(named(clara))] }, away(), alone)
    expect(status(nobody, [], 10)).toEqual({ status: 'expired', by: null, on: june(10) })
  })
})

describe('whoever is away', () => {
  const absent = away({ who: ben, first: '2026-06-02', last: '2026-06-30' })
  const standIn = company([], [{ of: ben, by: gus, first: june(2), last: june(30) }])

  test('is waited for, if nothing else is said', () =>
    expect(status(rules({}, absent), [], 29)).toEqual({ status: 'pending' }))
  test('is joined by the next one up after so many of their days', () =>
    expect(ahead(rules({ escalateAfter: 5 }, absent))).toEqual([
      { kind: 'escalation', on: june(8), seat: 0, because: 'away' },
    ]))
  test('is not, where a deputy works', () =>
    expect(ahead(rules({ escalateAfter: 5 }, absent, standIn))).toEqual([
      reminder(gus, 2, 1),
      reminder(gus, 4, 3),
      reminder(gus, 8, 5),
      expiry(10),
    ]))
  test('is not, where any other one is enough who works; both have their full time', () =>
    expect(ahead(rules({ escalateAfter: 5, levels: [anyOf(approver, named(gus))] }, absent)).at(-1)).toEqual({
      ...expiry(10),
      on: day('2026-07-09'),
    }))
  test('is, where all must be heard: for their own seat', () => {
    const all = rules({ escalateAfter: 5, levels: [allOf(named(gus), approver)] }, absent)
    expect(ahead(all).at(-1)).toEqual({ kind: 'escalation', on: june(8), seat: 1, because: 'away' })
    expect(status(all, [word('approve', clara, 9), word('approve', gus, 9)], 9)).toEqual({
      status: 'approved',
      by: gus,
      on: june(9),
    })
  })
})

describe('a cover', () => {
  const covered: Wish = { ...week, cover: gus }

  test('asked first is reminded, and has the same time; approvers begin with the consent', () => {
    const before = rules({ cover: 'before' })
    expect(ahead(before, [], 1, covered)).toEqual([
      reminder(gus, 2, 1),
      reminder(gus, 4, 3),
      reminder(gus, 8, 5),
      expiry(10, 'cover'),
    ])
    expect(ahead(before, [word('agreeToCover', gus, 9)], 9, covered)[0]).toEqual(reminder(ben, 10, 1))
    expect(status(before, [], 10, covered)).toEqual({ status: 'expired', by: null, on: june(10) })
  })
  test('asked in parallel completes what was approved', () => {
    const words = [word('approve', ben, 2), word('agreeToCover', gus, 3)]
    expect(status(office(), words, 2, covered)).toEqual({ status: 'pending' })
    expect(status(office(), words, 3, covered)).toEqual({ status: 'approved', by: ben, on: june(3) })
  })
  test('who refuses is asked no more, and another one may be named', () => {
    const refused = [word('refuseToCover', gus, 2)]
    expect(ahead(office(), refused, 2, covered)).toEqual([
      reminder(ben, 4, 3),
      reminder(ben, 8, 5),
      expiry(10, 'cover'),
    ])
    const other: Word = { says: 'edit', by: ana, on: june(3), wish: { ...week, cover: dora } }
    const words = [...refused, other, word('agreeToCover', dora, 4), word('approve', ben, 5)]
    expect(status(office(), words, 5, covered)).toEqual({ status: 'approved', by: ben, on: june(5) })
  })
})

test('whoever was still to be heard and leaves is stood for by who has approved already', () => {
  const leaving = member(ben, clara, { employment: [{ from: day('2020-01-01'), until: june(4) }] })
  const all = rules({ levels: [allOf(named(ben), named(clara))] }, away(), company([leaving]))
  expect(status(all, [word('approve', clara, 2)], 4)).toEqual({ status: 'pending' })
  expect(status(all, [word('approve', clara, 2)], 5)).toEqual({ status: 'approved', by: clara, on: june(5) })
})

test('what cannot be asked for says why, and nothing said of it counts', () => {
  const own: Wish = { ...week, cover: ana }
  const approve = word('approve', ben, 2)
  expect(after(office(), [approve], 2, own)).toEqual({
    approval: null,
    wish: own,
    proposed: null,
    deadlines: [],
    log: [
      { kind: 'refused', said: ask(own), why: { type: 'OwnCover' } },
      { kind: 'refused', said: approve, why: { type: 'NotRequested', request: 'r1' } },
    ],
  })
})

test('everybody speaks with the roles they hold', () =>
  expect(status(office({ levels: [anyOf(role('hr'))] }), [word('approve', emil, 2)], 2)).toEqual({
    status: 'approved',
    by: emil,
    on: june(2),
  }))

test('a job that runs late says what was due, dated as it was due', () => {
  const { approval, deadlines } = after(office(), [], 9)
  const expired = { type: 'LeaveExpired', request: 'r1', by: null, on: june(10) }
  expect(approval && dueBy(office(), approval, deadlines, june(9))).toEqual([])
  expect(approval && dueBy(office(), approval, deadlines, june(10))).toEqual([expired])
  expect(approval && dueBy(office(), approval, deadlines, june(25))).toEqual([expired])
})
