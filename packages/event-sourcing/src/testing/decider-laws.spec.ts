import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, counter, counterCodec, type State } from './counter.ts'
import { deciderLaws } from './decider-laws.ts'
import { specOf } from './decider-spec.ts'

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('Open' as const), seats: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constantFrom('Take' as const, 'GiveBack' as const), seat: fc.constantFrom('a', 'b', 'c', 'd') }),
)
const invariants = { 'never more are taken than there are': ({ seats, taken }: State) => taken.length <= seats }
const laws = { decider: counter, codec: counterCodec, commands, invariants }

describe('the laws of deciders', () => {
  test.each(Object.entries(deciderLaws(laws)))('hold for a sound one: %s', (_law, holds) => holds())

  const broken: Record<string, Partial<typeof laws>> = {
    'the commands tried are accepted often enough to prove something': {
      commands: fc.record({ type: fc.constant('Take' as const), seat: fc.constant('a') }),
    },
    'an accepted command repeated yields nothing': {
      decider: {
        ...counter,
        decide: (command, state) => counter.decide(command, { ...state, seats: state.seats && 9, taken: [] }),
      },
    },
    'deciding and evolving leave what they were given as it was': {
      decider: {
        ...counter,
        evolve: (state, event) => {
          if (event.type === 'Taken') (state.taken as string[]).push(event.seat)
          return event.type === 'Taken' ? state : counter.evolve(state, event)
        },
      },
    },
    'every event survives its codec and JSON': {
      codec: { ...counterCodec, encode: ({ type }) => ({ type, v: 1, data: {} }) },
    },
    'a snapshot and the tail equal the whole': {
      decider: {
        ...counter,
        initial: { ...counter.initial, since: new Map() } as State,
      },
    },
    'never more are taken than there are': {
      decider: { ...counter, decide: (command, state) => counter.decide(command, { ...state, seats: 4 }) },
    },
  }
  test.each(Object.entries(broken))('fail for an unsound one: %s', (law, part) => {
    expect(deciderLaws({ ...laws, ...part })[law]).toThrow()
  })

  test('there is an unsound decider for every law', () => {
    expect(Object.keys(broken).sort()).toEqual(Object.keys(deciderLaws(laws)).sort())
  })
})

describe('a specification of a decider', () => {
  const given = specOf(counter)
  const opened = { type: 'Opened', seats: 1 } as const
  const taken = { type: 'Taken', seat: 'a' } as const

  test('says what is yielded', () => given(opened).when({ type: 'Take', seat: 'a' }).yields(taken))
  test('says that nothing is yielded', () => given(opened, taken).when({ type: 'Take', seat: 'a' }).yields())
  test('says what is refused', () =>
    given(opened, taken).when({ type: 'Take', seat: 'b' }).refuses({ type: 'NoneLeft', seats: 1 }))
  test('fails when something else happens', () => {
    const taking = given(opened).when({ type: 'Take', seat: 'a' })
    expect(() => taking.yields()).toThrow()
    expect(() => taking.refuses({ type: 'NoneLeft', seats: 1 })).toThrow()
  })
})
