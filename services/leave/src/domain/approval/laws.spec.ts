import { addDays, type LocalDate, type PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import {
  ana,
  approver,
  away,
  ben,
  clara,
  company,
  dates,
  dora,
  emil,
  gus,
  hal,
  monday,
  named,
  office,
  role,
  week,
  when,
} from './approval.given.ts'
import { type Approval, evolve } from './approval.ts'
import type { ApprovalRules, Level } from './approval-rules.ts'
import { seatsOf } from './approvers.ts'
import { deadlinesOf } from './deadlines.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import type { Deputy } from './organisation.ts'
import { outcomeOf } from './outcome.ts'
import type { Wish } from './wish.ts'
import { type Ask, answerTo, type Word } from './words.ts'

const people = fc.constantFrom(ana, ben, clara, dora, emil, gus, hal)
const days = fc.nat(14).map((n) => addDays(monday, n))
const approvers = fc.oneof(
  fc.constant(approver),
  fc.constant({ kind: 'approver', up: 2 } as const),
  fc.constant({ kind: 'head', department: null } as const),
  fc.constant(role('hr')),
  people.map(named),
)
const levels: fc.Arbitrary<Level> = fc.record({
  approvers: fc.array(approvers, { minLength: 1, maxLength: 3 }),
  need: fc.constantFrom('anyOf', 'allOf'),
  when: fc.constantFrom(when({}), when({ leastDays: 3 })),
})
const rules: fc.Arbitrary<Partial<ApprovalRules>> = fc.record({
  levels: fc.array(levels, { maxLength: 3 }),
  ownLeave: fc.constantFrom('skip', 'escalate'),
  expireAfter: fc.constantFrom(null, 3, 7),
  onExpiry: fc.constantFrom('expired', 'declined', 'approved', 'escalated'),
  escalateAfter: fc.constantFrom(null, 2),
  cancellation: fc.constantFrom('direct', 'approval'),
  edits: fc.constantFrom('difference', 'always', 'never'),
  cover: fc.constantFrom('before', 'parallel', 'notAsked'),
})
const deputies: fc.Arbitrary<Deputy> = fc
  .record({ of: people, by: people, first: days, length: fc.nat(10) })
  .map(({ length, ...deputy }) => ({ ...deputy, last: addDays(deputy.first, length) }))
const absences = fc.array(
  fc.record({ who: people, first: days, length: fc.nat(12) }).map(({ who, first, length }) => ({
    who,
    first,
    last: addDays(first, length),
  })),
  { maxLength: 3 },
)
const offices: fc.Arbitrary<Office> = fc
  .tuple(rules, fc.array(deputies, { maxLength: 4 }), absences)
  .map(([some, standIns, leaves]) => office(some, company([], standIns), away(...leaves)))
const wishes: fc.Arbitrary<Wish> = fc
  .tuple(fc.constantFrom(null, gus), fc.constantFrom('2026-06-10', '2026-07-06', '2026-07-10'))
  .map(([cover, first]) => ({ ...week, cover, dates: dates(first, '2026-07-10') }))
const words: fc.Arbitrary<Word> = fc
  .record({
    by: people,
    on: days,
    wish: wishes,
    says: fc.constantFrom(
      'approve',
      'approve',
      'approve',
      'decline',
      'withdraw',
      'cancel',
      'approveCancel',
      'declineCancel',
      'keep',
      'agreeToCover',
      'refuseToCover',
      'edit',
    ),
  })
  .map(({ by, on, says, wish }) => (says === 'edit' ? { by, on, says, wish } : { by, on, says }))
const stories = fc.record({ by: offices, wish: wishes, words: fc.array(words, { maxLength: 8 }), until: days })

const ask = (wish: Wish): Ask => ({ says: 'ask', by: ana, on: monday, wish })
const eventsOf = (by: Office, wish: Wish, said: readonly Word[], until: LocalDate): readonly ApprovalEvent[] =>
  outcomeOf(by, ask(wish), said, until).log.flatMap((it) => (it.kind === 'event' ? [it.event] : []))
const isFinal = ({ type }: ApprovalEvent) => /^(Leave|Change)(Approved|Declined|Expired|Withdrawn)$/.test(type)
const law = (holds: (story: { by: Office; wish: Wish; words: readonly Word[]; until: LocalDate }) => void) =>
  fc.assert(fc.property(stories, holds), { numRuns: RUNS })

describe('whatever is said about a request', { timeout: 60_000 }, () => {
  test('it is decided at most once each time it is asked', () =>
    law(({ by, wish, words, until }) => {
      let decided = 0
      for (const event of eventsOf(by, wish, words, until)) {
        if (event.type === 'ApprovalStarted' || event.type === 'ChangeRequested') decided = 0
        if (isFinal(event)) decided++
        expect(decided).toBeLessThanOrEqual(1)
      }
    }))

  test('whoever decided was entitled on that day, and is not its person', () =>
    law(({ by, wish, words, until }) => {
      let approval: Approval | null = null
      for (const event of eventsOf(by, wish, words, until)) {
        const { type } = event
        const decides = /^(Leave|Level|Change)(Approved|Declined)$/.test(type)
        if (decides && event.by !== null) expect(entitled(by, approval, event.by, event.on)).toBe(true)
        approval = evolve(approval, event)
      }
    }))

  test('the same word again says nothing more', () =>
    law(({ by, wish, words, until }) => {
      const { approval, wish: now, proposed } = outcomeOf(by, ask(wish), words, until)
      for (const word of words) {
        const first = answerTo(by, approval, { wish: now, proposed }, { ...word, on: until })
        if (!first.ok) continue
        const then = first.value.reduce(evolve, approval)
        const said = first.value.map(({ type }) => type)
        const change = word.says === 'edit' ? word.wish : proposed
        const made = said.includes('ChangeApproved') || (word.says === 'edit' && !said.includes('ChangeRequested'))
        const wishes =
          then?.status === 'changeRequested'
            ? { wish: now, proposed: change }
            : { wish: made && change ? change : now, proposed: null }
        expect(answerTo(by, then, wishes, { ...word, on: until })).toEqual({ ok: true, value: [] })
      }
    }))

  test('what is final by then stays final, and waiting until a day tells the same as looking ahead to it', () =>
    law(({ by, wish, words, until }) => {
      const early = words.filter(({ on }) => on <= until)
      expect(outcomeOf(by, ask(wish), early, until)).toEqual(outcomeOf(by, ask(wish), words, until))
    }))

  test('deadlines lie ahead, in order, and all of them before the change they end with', () =>
    law(({ by, wish, words, until }) => {
      const { deadlines } = outcomeOf(by, ask(wish), words, until)
      for (const [n, { on }] of deadlines.entries()) {
        expect(on > until).toBe(true)
        expect(on >= (deadlines[n - 1]?.on ?? until)).toBe(true)
      }
      const changes = deadlines.filter(({ kind }) => kind !== 'reminder')
      expect(new Set(changes.map(({ on }) => on)).size).toBeLessThanOrEqual(1)
    }))

  test('a change of approved leave that is not made is as if nobody had asked for it', () =>
    law(({ by, wish, words, until }) => {
      let [approval, kept] = [null, null] as [Approval | null, Approval | null]
      for (const event of eventsOf(by, wish, words, until)) {
        if (event.type === 'ChangeRequested' && approval?.status === 'approved') kept = approval
        approval = evolve(approval, event)
        if (kept && /^Change(Declined|Expired|Withdrawn)$/.test(event.type))
          expect({ ...approval, kept: null }).toEqual({ ...kept, kept: null })
      }
    }))

  test('every event is JSON', () =>
    law(({ by, wish, words, until }) => {
      const events = eventsOf(by, wish, words, until)
      expect(JSON.parse(JSON.stringify(events))).toEqual(events)
    }))
})

test(
  'any order in which all must approve ends approved, and with anybody who declines declined',
  { timeout: 60_000 },
  () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([ben, clara, dora, gus], { minLength: 4 }),
        fc.option(fc.nat(3), { nil: null }),
        (order, decliner) => {
          const all = office({
            levels: [{ approvers: [named(ben), named(clara), role('hr'), named(gus)], need: 'allOf', when: when({}) }],
          })
          const said = order.map((by, n): Word => ({ by, on: monday, says: n === decliner ? 'decline' : 'approve' }))
          expect(outcomeOf(all, ask(week), said, monday).approval?.status).toBe(
            decliner === null ? 'approved' : 'declined',
          )
        },
      ),
      { numRuns: RUNS },
    ),
)

test('a change restarts the clock: deadlines are those of a request made on that day', { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(offices, fc.nat(4), wishes, (by, later, wish) => {
      const on = addDays(monday, later)
      const edit: Word = { by: ana, on, says: 'edit', wish: { ...wish, leaveType: 'unpaid' } }
      const edited = outcomeOf(by, ask(wish), [edit], on)
      if (edited.approval?.status !== 'pending' || edited.wish.leaveType !== 'unpaid') return
      const fresh = [
        answerTo(by, null, { wish: edit.wish, proposed: null }, { says: 'ask', by: ana, on, wish: edit.wish }),
      ]
      const approval = fresh.flatMap((answer) => (answer.ok ? answer.value : [])).reduce<Approval | null>(evolve, null)
      expect(edited.deadlines).toEqual(approval && deadlinesOf(by, approval))
    }),
    { numRuns: RUNS },
  ),
)

function entitled(by: Office, approval: Approval | null, who: PersonId, on: LocalDate): boolean {
  if (!approval || who === approval.person) return false
  if (who === emil) return true
  return approval.levels.some((step) =>
    seatsOf(by, approval.person, step, on, 'waiting' in approval ? approval.waiting.raised : []).some((seat) =>
      seat.by.includes(who),
    ),
  )
}
