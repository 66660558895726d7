import { deciderLaws } from '@awayday/event-sourcing/testing'
import { addDays, days } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { personCodec } from '#wire/events.ts'
import { closeYear } from '../ledger/close-year.ts'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { Dates } from '../time/absence.ts'
import { overlap } from '../time/overlap.ts'
import type { Command } from './commands.ts'
import { factsOf } from './facts-of.ts'
import {
  ana,
  ben,
  clara,
  context,
  datesOf,
  day,
  dora,
  given,
  hashOf,
  lisbon,
  started,
  starters,
  terms,
} from './person.given.ts'
import { person } from './person.ts'
import { type State, stands } from './state.ts'

/** Every law of this file, those of all deciders included, is tried so often. */
fc.configureGlobal({ numRuns: RUNS })
vi.setConfig({ testTimeout: 300_000 })

/** A small world, so that requests meet each other and the end of what was granted: four weeks about a year's end. */
const dayOf = fc.integer({ min: 0, max: 27 }).map((n) => addDays(day('2025-12-15'), n))
const part = fc.constantFrom('whole' as const, 'whole' as const, 'am' as const, 'pm' as const)
const dates: fc.Arbitrary<Dates> = fc
  .tuple(dayOf, fc.integer({ min: 0, max: 6 }), part, part)
  .map(([first, more, firstPart, lastPart]) =>
    datesOf({ first, firstPart, last: addDays(first, more), lastPart: more === 0 ? firstPart : lastPart }),
  )
const id = fc.constantFrom('r1', 'r2', 'r3', 'r4')
const doing = fc
  .tuple(fc.constantFrom(ana, ben, ben, ben, clara, dora), dayOf)
  .map(([by, on]) => ({ by, on, as: by === clara ? ['admin'] : ['employee'] }))
const note = null

const employing = fc.constantFrom<Command>(
  { type: 'Start', from: day('2025-01-01'), ...lisbon, terms: starters('US'), seq: 100 },
  { type: 'Move', from: day('2026-01-05'), ...lisbon, approver: dora, terms: starters('PT'), seq: 200 },
  { type: 'End', on: day('2026-01-08'), seq: 300 },
)
const applying = fc.constantFrom<Command>(
  {
    type: 'AssignTerms',
    policy: 'ours',
    version: 1,
    from: day('2026-01-01'),
    leaveType: 'vacation',
    document: hashOf('DE'),
  },
  { type: 'AssignTerms', policy: 'ours', version: 2, from: day('2025-12-20'), leaveType: 'vacation', document: null },
)
const asking = fc.record({ request: id, dates, doing }).map(({ request, dates, doing }): Command => {
  const wish = { request, leaveType: 'vacation', dates, cover: null, note, exception: false, certificate: false }
  return { type: 'Request', ...wish, ...doing, by: ana, as: ['employee'] }
})
const verb = fc.constantFrom(
  'Approve' as const,
  'Approve' as const,
  'Decline' as const,
  'Withdraw' as const,
  'Cancel' as const,
)
const deciding = fc
  .record({ type: verb, request: id, doing })
  .map(
    ({ type, request, doing }): Command =>
      type === 'Withdraw' ? { type, request, ...doing } : { type, request, inSpiteOf: [], note, ...doing },
  )
const changing = fc.oneof(
  fc
    .record({ request: id, dates, doing })
    .map(({ request, dates, doing }): Command => ({ type: 'Edit', request, dates, cover: null, ...doing })),
  fc
    .record({ request: id, day: dayOf, part, doing })
    .map(
      ({ request, day, part, doing }): Command => ({ type: 'CancelDays', request, days: [{ day, part }], ...doing }),
    ),
  dayOf.map((on): Command => ({ type: 'Pass', on: addDays(on, 14) })),
)
const entering = fc.oneof(
  fc.record({ request: fc.constantFrom('e1', 'e2'), dates, doing }).map(({ request, dates, doing }): Command => {
    const wish = { request, leaveType: 'vacation', dates, cover: null, note, certificate: false }
    return { type: 'Enter', ...wish, ...doing }
  }),
  fc.record({ request: fc.constantFrom('s1', 's2'), dates, doing }).map(({ request, dates, doing }): Command => {
    const certificate = { first: day('2025-12-15'), last: day('2026-01-11') }
    return { type: 'RecordSickness', request, leaveType: 'sick', dates, cover: null, note, certificate, ...doing }
  }),
  fc.record({ request: fc.constantFrom('s1', 's2'), first: dayOf, last: dayOf, doing }).map(
    ({ request, first, last, doing }): Command => ({
      type: 'CertifySickness',
      request,
      certificate: { first, last },
      ...doing,
    }),
  ),
  fc.record({ n: fc.integer({ min: -3, max: 3 }), on: dayOf, doing }).map(({ n, on, doing }): Command => {
    const credit = { credit: `c${n}`, leaveType: 'vacation', source: 'correction', n: n * 5_000, from: on } as const
    return { type: 'Credit', ...credit, unit: null, until: null, override: n === 3, note, ...doing }
  }),
  fc.record({ n: fc.integer({ min: -3, max: 3 }), doing }).map(
    ({ n, doing }): Command => ({
      type: 'RevokeEntry',
      kind: 'credit',
      id: `c${n}`,
      override: n === 1,
      note,
      ...doing,
    }),
  ),
  doing.map((it): Command => ({ type: 'CloseYear', leaveType: 'vacation', last: day('2025-12-31'), on: it.on })),
)

const commands = fc.oneof(
  { arbitrary: employing, weight: 3 },
  { arbitrary: applying, weight: 1 },
  { arbitrary: asking, weight: 4 },
  { arbitrary: deciding, weight: 4 },
  { arbitrary: changing, weight: 2 },
  { arbitrary: entering, weight: 2 },
)

describe('the decider of a person', () => {
  const laws = deciderLaws({
    decider: person(ana, context),
    codec: personCodec,
    commands,
    invariants: {
      'no two requests that stand name the same half of a day, sickness apart': ({ requests }) => {
        const standing = requests.filter(stands)
        return standing.every((a) =>
          standing.every((b) => a === b || a.sick !== null || b.sick !== null || !overlap(a.dates, b.dates)),
        )
      },
      'a change waits beside accepted leave, or not at all': ({ requests }) =>
        requests.every(({ approval, proposal }) => (approval.status === 'changeRequested') === (proposal !== null)),
      'what is to become of leave names no half of a day that other leave names, sickness apart': ({ requests }) =>
        requests
          .filter(stands)
          .every(
            (other) =>
              other.sick !== null ||
              requests.every(
                (one) =>
                  one === other ||
                  one.proposal === null ||
                  one.sick !== null ||
                  !overlap(one.proposal.dates, other.dates),
              ),
          ),
      'nobody decided about their own leave': ({ requests }) =>
        requests.every(
          ({ approval, sick }) =>
            sick !== null || !(approval.status === 'approved' || approval.status === 'declined') || approval.by !== ana,
        ),
      'no day costs less than nothing, and only days that are named': ({ requests }) =>
        requests.every(({ charges }) => charges.every(({ n }) => n > 0)),
    },
  })
  test.each(Object.entries(laws))('%s', (_law, holds) => holds())
})

/** Without what is pending: that reserves nothing. */
const leftOn = (state: State, on: string): number => {
  const { balance, booked } = balanceOf(factsOf(state, context.documents), 'vacation', day(on))
  return balance - booked
}
const yearEnds = ['2025-12-31', '2026-12-31']

describe('the floor', () => {
  /** Employment and terms stay as they are: then no accepted decision may leave a balance below zero, on any later day. */
  test('holds after every accepted decision', () => {
    const { decide, evolve } = person(ana, context)
    const decisions = fc.array(fc.oneof(asking, asking, deciding, deciding, changing), { maxLength: 30 })
    fc.assert(
      fc.property(decisions, fc.integer({ min: 0, max: 6 }), (tried, yearly) => {
        let state = given(started(), terms(yearly)).state
        for (const command of tried) {
          const decided = decide(command, state)
          if (!decided.ok) continue
          state = decided.value.reduce(evolve, state)
          for (const on of yearEnds) expect(leftOn(state, on)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('refuses nothing that would fit', () => {
    const { decide, evolve } = person(ana, context)
    const decisions = fc.array(fc.oneof(asking, asking, deciding, deciding), { maxLength: 15 })
    fc.assert(
      fc.property(decisions, dates, fc.integer({ min: 0, max: 6 }), (tried, wish, yearly) => {
        const state = tried.reduce(
          (now, command) => {
            const decided = decide(command, now)
            return decided.ok ? decided.value.reduce(evolve, now) : now
          },
          given(started(), terms(yearly)).state,
        )
        const asked = {
          request: 'new',
          leaveType: 'vacation',
          dates: wish,
          cover: null,
          note,
          exception: false,
          certificate: false,
        }
        const refused = decide({ type: 'Request', ...asked, by: ana, on: day('2025-06-01'), as: [] }, state)
        if (refused.ok || refused.error.type !== 'NotEnoughLeft') return
        const { asked: wanted, available, on } = refused.error
        expect(available.n).toBeLessThan(wanted.n)
        expect(available).toEqual({ ...days(0), n: Math.max(0, leftOn(state, `${on.slice(0, 4)}-12-31`)) })
      }),
    )
  })
})

describe('a change of accepted leave', () => {
  /** Somebody asks for other days, and nobody gives them. */
  test('that is not made is as if nobody had asked for it: the same facts, and with them the same ledger', () => {
    const { decide, evolve } = person(ana, context)
    const on = day('2025-12-01')
    const answers = fc.constantFrom<Command>(
      { type: 'Decline', request: 'r1', note, by: ben, on, as: [] },
      { type: 'Withdraw', request: 'r1', by: ana, on, as: [] },
      { type: 'Pass', on: addDays(on, 30) },
    )
    const wish = { type: 'Request', request: 'r1', leaveType: 'vacation', cover: null, note, exception: false } as const
    const doing = { by: ana, on, as: [] }
    let tried = 0
    fc.assert(
      fc.property(dates, fc.array(dates, { minLength: 1, maxLength: 2 }), answers, (leave, changes, answer) => {
        const run = (state: State, all: readonly Command[]) =>
          all.reduce((now, command) => {
            const decided = decide(command, now)
            return decided.ok ? decided.value.reduce(evolve, now) : now
          }, state)
        const before = run(given(started(), terms(8)).state, [
          { ...wish, dates: leave, certificate: false, ...doing },
          { type: 'Approve', request: 'r1', note, inSpiteOf: [], by: ben, on, as: [] },
        ])
        const asked = run(
          before,
          changes.map((other) => ({ type: 'Edit', request: 'r1', dates: other, cover: null, ...doing })),
        )
        if (asked.requests[0]?.approval.status !== 'changeRequested') return
        // Some of the changes may have held at once: then what waits is a change of that.
        const kept = { ...asked, requests: asked.requests.map((one) => ({ ...one, proposal: null })) }
        const after = run(asked, [answer])
        expect(after.requests[0]?.approval).toMatchObject({ status: 'approved', by: ben })
        expect(factsOf(after, context.documents)).toEqual(factsOf(kept, context.documents))
        expect(asked.requests[0]?.dates === leave ? factsOf(after, context.documents) : null).toEqual(
          asked.requests[0]?.dates === leave ? factsOf(before, context.documents) : null,
        )
        tried++
      }),
    )
    expect(tried).toBeGreaterThan(RUNS / 10)
  })
})

describe('a closed year', () => {
  /** Whatever happens before and after it is closed, its pin and its corrections together are what it would be without having been closed. */
  test('is its pin and its corrections', () => {
    const { decide, evolve } = person(ana, context)
    const close: Command = { type: 'CloseYear', leaveType: 'vacation', last: day('2025-12-31'), on: day('2026-01-05') }
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), fc.array(commands, { maxLength: 12 }), (before, after) => {
        const start = given(started(), terms(6)).state
        const run = (all: readonly Command[]) =>
          all.reduce((now, command) => {
            const decided = decide(command, now)
            return decided.ok ? decided.value.reduce(evolve, now) : now
          }, start)
        const closed = run([...before, close, ...after])
        const open: State = { ...closed, closedYears: [] }
        for (const { carry, ...year } of closed.closedYears)
          expect({ ...year, carry: carry.reduce((sum, { n }) => sum + n, 0) }).toEqual(
            closeYear(factsOf(open, context.documents), year.leaveType, year.last),
          )
        for (const on of yearEnds) expect(leftOn(closed, on)).toBe(leftOn(open, on))
      }),
    )
  })
})

describe('a certificate', () => {
  test('that comes later gives back what it would have given back with the sickness', () => {
    const { decide, evolve } = person(ana, context)
    const run = (state: State, all: readonly Command[]) =>
      all.reduce((now, command) => {
        const decided = decide(command, now)
        return decided.ok ? decided.value.reduce(evolve, now) : now
      }, state)
    const costs = ({ requests }: State) => requests.map(({ charges, proposal }) => ({ charges, proposal }))
    const leave = fc.array(fc.oneof(asking, asking, deciding, changing), { maxLength: 15 })
    const doing = { by: ben, on: day('2026-01-12'), as: [] }
    fc.assert(
      fc.property(leave, dates, dayOf, fc.integer({ min: 0, max: 9 }), (before, sick, first, more) => {
        const state = run(given(started(), terms(8)).state, before)
        const certificate = { first, last: addDays(first, more) }
        const record = {
          type: 'RecordSickness',
          request: 's1',
          leaveType: 'sick',
          dates: sick,
          cover: null,
          note,
        } as const
        const atOnce = run(state, [{ ...record, certificate, ...doing }])
        const later = run(state, [
          { ...record, certificate: null, ...doing },
          { type: 'CertifySickness', request: 's1', certificate, ...doing },
        ])
        expect(costs(later)).toEqual(costs(atOnce))
      }),
    )
  })
})
