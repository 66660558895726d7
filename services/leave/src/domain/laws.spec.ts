import { deciderLaws } from '@awayday/event-sourcing/testing'
import { add, addDays, type LocalDate, lessThan, sum, zero } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personCodec } from '#wire/events.ts'
import type { Command } from './commands.ts'
import type { Event } from './events.ts'
import { ledgerOf } from './ledger.ts'
import { ana, approved, ben, clara, day, dora, given, lisbon, requested, started, terms } from './person.given.ts'
import { person } from './person.ts'
import { overlap, type Range } from './range.ts'
import type { State } from './state.ts'

/** A small world, so that requests meet each other and the end of what was granted: four weeks about a year's end. */
const dayOf = fc.integer({ min: 0, max: 27 }).map((n) => addDays(day('2025-12-15'), n))
const part = fc.constantFrom('whole' as const, 'whole' as const, 'am' as const, 'pm' as const)
const wish: fc.Arbitrary<Range> = fc
  .tuple(dayOf, fc.integer({ min: 0, max: 6 }), part, part)
  .map(([first, more, firstPart, lastPart]) => ({
    first,
    firstPart,
    last: addDays(first, more),
    lastPart: more === 0 ? firstPart : lastPart,
  }))
const id = fc.constantFrom('r1', 'r2', 'r3', 'r4')
const who = fc.constantFrom(ana, ben, ben, ben, clara, dora)

const start: fc.Arbitrary<Command> = fc.constantFrom<Command>(
  { type: 'Start', from: day('2025-01-01'), ...lisbon, country: 'US', seq: 100 },
  { type: 'Move', from: day('2026-01-05'), ...lisbon, approver: dora, seq: 200 },
  { type: 'End', on: day('2026-01-08'), seq: 300 },
)
const asking = fc.tuple(id, wish, dayOf).map(
  ([request, range, on]): Command => ({
    type: 'Request',
    request,
    leaveType: 'vacation',
    by: ana,
    on,
    ...range,
    note: null,
  }),
)
const deciding = fc
  .tuple(fc.constantFrom('Approve', 'Approve', 'Decline', 'Withdraw', 'Cancel'), id, who, dayOf)
  .map(([type, request, by, on]) => ({ type, request, by, byAdmin: by === clara, on, note: null }))
  .map(({ note, ...command }) => (/Approve|Decline/.test(command.type) ? { ...command, note } : command) as Command)

const commands = fc.oneof(
  { arbitrary: start, weight: 2 },
  { arbitrary: asking, weight: 4 },
  { arbitrary: deciding, weight: 4 },
)

const standing = (state: State) => state.requests.filter(({ status }) => status === 'pending' || status === 'approved')

describe('the decider of a person', () => {
  const laws = deciderLaws({
    decider: person(ana),
    codec: personCodec,
    commands,
    invariants: {
      'no two requests that stand name the same half of a day': (state) =>
        standing(state).every((a) => standing(state).every((b) => a === b || !overlap(a, b))),
      'nobody decided about their own leave': (state) =>
        state.requests.every(
          (asked) => !(asked.status === 'approved' || asked.status === 'declined') || asked.by !== ana,
        ),
    },
  })
  test.each(Object.entries(laws))('%s', (_law, holds) => holds())
})

/** Requests that do not overlap, in the order they were made, each decided or not. */
const requests = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 4 }), part), {
    selector: ([slot]) => slot,
    maxLength: 8,
  })
  .map((all) =>
    all.map(([slot, more, firstPart], n) => {
      const first = addDays(day('2025-12-01'), slot * 5)
      const last = addDays(first, more)
      return requested(`r${n}`, { first, firstPart, last, lastPart: more === 0 ? firstPart : 'whole' })
    }),
  )
const outcome = fc.constantFrom('pending', 'approved')
const asOf = fc.integer({ min: 0, max: 500 }).map((n) => addDays(day('2025-06-01'), n))
const facts = fc.tuple(requests, fc.array(outcome, { minLength: 8, maxLength: 8 }), fc.integer({ min: 0, max: 30 }))

const history = (asked: readonly Event[], outcomes: readonly string[], yearly: number): readonly Event[] => [
  started(),
  terms(yearly),
  ...asked,
  ...asked.flatMap((_, n) => (outcomes[n] === 'approved' ? [approved(`r${n}`)] : [])),
]

describe('the ledger', () => {
  test('conserves: what was granted is taken, booked, pending, expired or available', () =>
    fc.assert(
      fc.property(facts, asOf, ([asked, outcomes, yearly], on) => {
        const { figures, entries } = ledgerOf(given(...history(asked, outcomes, yearly)).state, 'vacation', on)
        const { granted, taken, booked, pending, expired, available } = figures
        expect(sum('day', [taken, booked, pending, expired, available])).toEqual(granted)
        expect(entries.at(-1)?.balance).toEqual(add(available, pending))
        expect(
          sum(
            'day',
            entries.map(({ amount }) => amount),
          ),
        ).toEqual(add(available, pending))
      }),
    ))

  test('is the same in whatever order requests were approved', () =>
    fc.assert(
      fc.property(facts, asOf, fc.infiniteStream(fc.nat()), ([asked, outcomes, yearly], on, keys) => {
        const all = history(asked, outcomes, yearly)
        const [first, decisions] = [all.slice(0, 2 + asked.length), all.slice(2 + asked.length)]
        const shuffled = decisions
          .map((event) => ({ event, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event)
        const shown = (events: readonly Event[]) => {
          const { figures, entries } = ledgerOf(given(...events).state, 'vacation', on)
          return { figures, entries: entries.map(({ fact, ...entry }) => entry) }
        }
        expect(shown([...first, ...shuffled])).toEqual(shown(all))
      }),
    ))

  test('as of a later day of the same year differs only in what is taken and what is booked', () =>
    fc.assert(
      fc.property(facts, ([asked, outcomes, yearly]) => {
        const { state } = given(...history(asked, outcomes, yearly))
        const at = (on: string) => ledgerOf(state, 'vacation', day(on)).figures
        const [march, may] = [at('2026-01-03'), at('2026-12-31')]
        expect([may.available, add(may.taken, may.booked)]).toEqual([march.available, add(march.taken, march.booked)])
      }),
    ))
})

describe('the floor', () => {
  /** Employment and terms stay as they are: then no accepted decision may leave a balance below zero, on any later day. */
  test('holds after every accepted decision', () => {
    const { decide, evolve } = person(ana)
    const decisions = fc.array(fc.oneof(asking, deciding), { maxLength: 30 })
    fc.assert(
      fc.property(decisions, fc.integer({ min: 0, max: 6 }), (tried, yearly) => {
        let state = given(started(), terms(yearly)).state
        for (const command of tried) {
          const decided = decide(command, state)
          if (!decided.ok) continue
          state = decided.value.reduce(evolve, state)
          for (const on of ['2025-12-31', '2026-12-31'].map(day)) {
            const { available, pending } = ledgerOf(state, 'vacation', on).figures
            expect(lessThan(add(available, pending), zero('day'))).toBe(false)
          }
        }
      }),
    )
  })

  test('refuses nothing that would fit', () => {
    const { decide } = person(ana)
    fc.assert(
      fc.property(facts, wish, ([asked, outcomes, yearly], range) => {
        const state = given(...history(asked, outcomes, yearly)).state
        const tried = decide(
          {
            type: 'Request',
            request: 'new',
            leaveType: 'vacation',
            by: ana,
            on: day('2025-06-01'),
            ...range,
            note: null,
          },
          state,
        )
        if (tried.ok || tried.error.type !== 'NotEnoughLeft') return
        const { asked: wanted, available, on } = tried.error
        const { figures } = ledgerOf(state, 'vacation', yearEnd(on))
        expect(lessThan(available, wanted)).toBe(true)
        expect(available).toEqual(atLeastZero(add(figures.available, figures.pending)))
      }),
    )
  })
})

const yearEnd = (on: LocalDate) => day(`${on.slice(0, 4)}-12-31`)
const atLeastZero = (amount: ReturnType<typeof zero>) => (lessThan(amount, zero('day')) ? zero('day') : amount)
