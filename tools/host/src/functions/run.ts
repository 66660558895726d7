import { timeoutSOf } from '@awayday/manifest'
import type { Units } from '@awayday/meter'
import type { HostFunction } from './host-function.ts'

/** Runs a function once, wherever its code is. Rejects with what the function threw, or with `FunctionTimedOut`. */
export type Run = (fn: HostFunction, event: unknown) => Promise<Ran>

export type Ran = {
  readonly answer: unknown
  /** What its stores charged; unknown where it ran in a process of its own. */
  readonly units?: Units
  /** How long its process took until it asked for its first event, where this was that event. */
  readonly initMs?: number
}

export class FunctionTimedOut extends Error {
  override readonly name = 'FunctionTimedOut'
}

export const timeoutMsOf = ({ manifest }: HostFunction): number => timeoutSOf(manifest) * 1_000

export const timedOut = (fn: HostFunction): FunctionTimedOut =>
  new FunctionTimedOut(`${fn.id} ran longer than ${timeoutMsOf(fn)} ms`)
