import { days } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { entitlement, plan, policy, stage } from '../policy/defaults.ts'

import type { Command } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { factsOf } from './facts-of.ts'
import {
  ana,
  ben,
  context,
  datesOf,
  day,
  doing,
  hashOf,
  range,
  request,
  started,
  terms,
  today,
} from './person.given.ts'
import { person } from './person.ts'
import { costOf } from './recharging.ts'
import { type State, stands } from './state.ts'

/** Free days between leave are charged, of one request or two; 8 and 24 June are half days. 2026-06-05 is a Friday. */
const yearly = (amount: number) => ({
  ...policy('vacation'),
  counting: { ...policy('vacation').counting, sandwich: 'adjoining' as const },
  entitlement: { ...entitlement, plan: { ...plan, stages: [{ ...stage, amount: amount * 10_000 }] } },
})
const half = (date: string) => ({ day: day(date), part: 'half' as const, name: 'Half' })
const world = (amount = 20): Context => ({
  ...context,
  documents: {
    ...context.documents,
    policies: new Map([...context.documents.policies, [hashOf('sandwich'), yearly(amount)]]),
    calendars: new Map([[hashOf('lisbon'), { holidays: [half('2026-06-08'), half('2026-06-24')], closings: [] }]]),
  },
})
const vacation = terms()
const employed: readonly Event[] = [
  started(),
  vacation.type === 'TermsApplied' ? { ...vacation, document: hashOf('sandwich') } : vacation,
  { type: 'CalendarApplied', location: 'lisbon', version: 1, from: day('2000-01-01'), document: hashOf('lisbon') },
]

const ask = (id: string, ...dates: Parameters<typeof range>): Command => request(id, range(...dates))
const say = (type: 'Approve' | 'Cancel', id: string): Command =>
  ({ type, ...doing(id), as: [], inSpiteOf: [], note: null }) as Command
const enter = (id: string, ...dates: Parameters<typeof range>): Command => {
  const { exception, ...asking } = request(id, range(...dates))
  return { ...asking, type: 'Enter', by: ben, as: ['admin'] }
}
const edit = (id: string, ...dates: Parameters<typeof range>): Command => ({
  type: 'Edit',
  request: id,
  dates: datesOf(range(...dates)),
  cover: null,
  by: ana,
  on: today,
  as: [],
})

/** What is there after these commands; those that are refused say nothing. */
const after = (commands: readonly Command[], in_: Context = world()): State => {
  const decider = person(ana, in_)
  return commands.reduce(
    (state, command) => {
      const decided = decider.decide(command, state)
      return decided.ok ? decided.value.reduce(evolve, state) : state
    },
    employed.reduce(evolve, decider.initial),
  )
}

/** What each leave that stands costs: `{ r1: 1 }`. */
const costs = ({ requests }: State) =>
  Object.fromEntries(
    requests
      .filter(stands)
      .map(({ request: id, charges }) => [id, charges.reduce((sum, { n }) => sum + n, 0) / 10_000]),
  )

const friday = ask('r1', '2026-06-12')
const monday = ask('r2', '2026-06-15')

describe('both sides of a weekend, asked for before either is approved', () => {
  test('cost what they would one after the other: what is approved first costs itself', () => {
    expect(costs(after([friday, monday]))).toEqual({ r1: 1, r2: 1 })
    expect(costs(after([friday, monday, say('Approve', 'r1')]))).toEqual({ r1: 1, r2: 3 })
    expect(costs(after([friday, monday, say('Approve', 'r1'), say('Approve', 'r2')]))).toEqual({ r1: 1, r2: 3 })
    expect(costs(after([friday, monday, say('Approve', 'r2'), say('Approve', 'r1')]))).toEqual({ r1: 3, r2: 1 })
  })

  test('are held against the balance with the days between', () => {
    const events = [friday, monday, say('Approve', 'r1')]
    const decider = person(ana, world(3))
    expect(decider.decide(say('Approve', 'r2'), after(events, world(3)))).toMatchObject({
      ok: false,
      error: { type: 'NotEnoughLeft', asked: days(3), available: days(2) },
    })
  })

  test('where one is entered, make the other cost more that still waits', () =>
    expect(costs(after([friday, enter('r2', '2026-06-15')]))).toEqual({ r1: 3, r2: 1 }))

  test('give the days between back with either of them', () => {
    const both = [friday, monday, say('Approve', 'r1'), say('Approve', 'r2')]
    expect(costs(after([...both, say('Cancel', 'r1')]))).toEqual({ r2: 1 })
    expect(costs(after([...both, say('Cancel', 'r2')]))).toEqual({ r1: 1 })
  })
})

describe('a change that makes other leave cost more', () => {
  const commands = [
    ask('r1', '2026-06-11'),
    say('Approve', 'r1'),
    monday,
    say('Approve', 'r2'),
    edit('r1', '2026-06-12'),
  ]

  test('is charged where it was before: what was accepted later pays for the days between', () =>
    expect(costs(after([...commands, say('Approve', 'r1')]))).toEqual({ r1: 1, r2: 3 }))

  test('is refused where these are not covered', () => {
    const change = edit('r1', '2026-06-12')
    const decided = person(ana, world(3)).decide(change, after(commands.slice(0, -1), world(3)))
    expect(decided).toMatchObject({ ok: false, error: { type: 'NotEnoughLeft', asked: days(3), available: days(2) } })
  })

  test('is not approved where they no longer are', () => {
    const gone = enter('r3', '2026-07-01')
    const decided = person(ana, world(4)).decide(say('Approve', 'r1'), after([...commands, gone], world(4)))
    expect(decided).toMatchObject({ ok: false, error: { type: 'NotEnoughLeft' } })
  })
})

test('two halves of a day of which one is worked: what is approved first costs it', () => {
  const [morning, afternoon] = [ask('r1', '2026-06-24 am'), ask('r2', '2026-06-24 pm')]
  expect(costs(after([morning, afternoon]))).toEqual({ r1: 0.5, r2: 0.5 })
  expect(costs(after([morning, afternoon, say('Approve', 'r2'), say('Approve', 'r1')]))).toEqual({ r1: 0, r2: 0.5 })
})

/** Around two weekends, whole days and halves. */
const anyDates = fc
  .tuple(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('', ' am', ' pm'))
  .map(([first, more, part]): Parameters<typeof range> => {
    const date = (n: number) => `2026-06-${String(n).padStart(2, '0')}`
    return part === '' ? [date(first), date(first + more)] : [`${date(first)}${part}`]
  })
const anyId = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5')
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(anyId, anyDates).map(([id, dates]) => ask(id, ...dates)),
  fc.tuple(anyId, anyDates).map(([id, dates]) => ask(id, ...dates)),
  fc.tuple(anyId, anyDates).map(([id, dates]) => enter(id, ...dates)),
  fc.tuple(anyId, anyDates).map(([id, dates]) => edit(id, ...dates)),
  anyId.map((id) => say('Approve', id)),
  anyId.map((id) => say('Approve', id)),
  anyId.map((id) => say('Cancel', id)),
)

describe('whatever is asked for, entered, changed, approved and cancelled', () => {
  test('each leave costs what it does beside what was accepted before it', () =>
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 14 }), (commands) => {
        const state = after(commands)
        const facts = factsOf(state, world().documents)
        const standing = state.requests.filter(stands)
        expect(standing.map(({ charges }) => charges)).toEqual(standing.map((asked) => costOf(asked, state, facts)))
      }),
      { numRuns: RUNS },
    ))
})
