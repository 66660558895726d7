import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Decider, EventCodec } from '../decider.ts'

type Tried<Command, Event, State, Rejection> = {
  readonly decider: Decider<Command, Event, State, Rejection>
  readonly codec: EventCodec<Event>
  /** Commands of a small world, so that they meet each other: few ids, few days. */
  readonly commands: fc.Arbitrary<Command>
  /** What must hold after every event, by its sentence. */
  readonly invariants?: Readonly<Record<string, (state: State) => boolean>>
}

/**
 * What is true of every decider, as sentences to register:
 *
 *     test.each(Object.entries(deciderLaws({ decider, codec, commands })))('%s', (_law, holds) => holds())
 */
export const deciderLaws = <Command, Event, State, Rejection>(
  tried: Tried<Command, Event, State, Rejection>,
): Readonly<Record<string, () => void>> => {
  const { decider, codec, commands, invariants = {} } = tried
  const { initial, evolve } = decider
  const always = (holds: (history: readonly Accepted<Command, Event, State>[]) => void): (() => void) => {
    const histories = fc.array(commands, { minLength: 1, maxLength: 25 }).map((all) => historyOf(decider, all))
    return () => fc.assert(fc.property(histories, holds))
  }

  return {
    'the commands tried are accepted often enough to prove something': () => {
      const accepted = fc.sample(fc.array(commands, { minLength: 1, maxLength: 25 }), { numRuns: 100, seed: 1 })
      assert.ok(accepted.some((all) => historyOf(decider, all).some(({ events }) => events.length > 0)))
    },
    'an accepted command repeated yields nothing': always((history) => {
      for (const { command, after } of history)
        assert.deepEqual(decider.decide(command, after), { ok: true, value: [] })
    }),
    'deciding and evolving leave what they were given as it was': always((history) => {
      const frozen = history
        .flatMap(({ events }) => events)
        .reduce((state, event) => evolve(frozenOf(state), frozenOf(event)), initial)
      for (const { command } of history) decider.decide(frozenOf(command), frozenOf(frozen))
    }),
    'every event survives its codec and JSON': always((history) => {
      for (const event of history.flatMap(({ events }) => events))
        assert.deepEqual(codec.decode(throughJson(codec.encode(event))), event)
    }),
    'a snapshot and the tail equal the whole': always((history) => {
      const events = history.flatMap((it) => it.events)
      const whole = events.reduce(evolve, initial)
      for (let cut = 0; cut <= events.length; cut++) {
        const snapshot = throughJson(events.slice(0, cut).reduce(evolve, initial))
        assert.deepEqual(events.slice(cut).reduce(evolve, snapshot), whole)
      }
    }),
    ...Object.fromEntries(
      Object.entries(invariants).map(([sentence, holds]) => [
        sentence,
        always((history) => {
          const events = history.flatMap((it) => it.events)
          events.reduce((state, event) => {
            const next = evolve(state, event)
            assert.ok(holds(next), `${sentence}: not after ${JSON.stringify(event)}`)
            return next
          }, initial)
        }),
      ]),
    ),
  }
}

type Accepted<Command, Event, State> = {
  readonly command: Command
  readonly events: readonly Event[]
  readonly after: State
}

/** What of these commands, one after another, the decider accepts. */
const historyOf = <Command, Event, State, Rejection>(
  { initial, decide, evolve }: Decider<Command, Event, State, Rejection>,
  commands: readonly Command[],
): readonly Accepted<Command, Event, State>[] => {
  const history: Accepted<Command, Event, State>[] = []
  let state = initial
  for (const command of commands) {
    const decided = decide(command, state)
    if (!decided.ok) continue
    state = decided.value.reduce(evolve, state)
    history.push({ command, events: decided.value, after: state })
  }
  return history
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const frozenOf = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) frozenOf(member)
  }
  return value
}
