import assert from 'node:assert/strict'
import { err, ok } from '@awayday/kernel'
import type { Decider } from '../decider.ts'

/**
 * Examples of a decider as sentences, always with whole values:
 *
 *     const given = specOf(person('ana'))
 *     given(requested).when({ type: 'Approve', by: ben }).yields(approved)
 *     given(requested).when({ type: 'Approve', by: ana }).refuses({ type: 'OwnLeave' })
 *
 * Without events nothing has happened yet; `yields()` says that nothing more is to be said.
 */
export const specOf =
  <Command, Event, State, Rejection>({ initial, decide, evolve }: Decider<Command, Event, State, Rejection>) =>
  (...history: readonly Event[]) => {
    const state = history.reduce(evolve, initial)
    return {
      when: (command: Command) => ({
        yields: (...events: readonly Event[]): void => assert.deepEqual(decide(command, state), ok(events)),
        refuses: (rejection: Rejection): void => assert.deepEqual(decide(command, state), err(rejection)),
      }),
      /** For states that a test looks at as a whole, and for queries over them. */
      state,
    }
  }
