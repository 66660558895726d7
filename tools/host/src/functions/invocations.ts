import type { Units } from '@awayday/meter'

/** One run of a function, as the console shows it. */
export type Invocation = Partial<Units> & {
  readonly number: number
  readonly function: string
  /** What it was called for: a route, a field, a detail type. */
  readonly cause: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly durationMs: number
  /** Of these, until the function's process asked for its first event. */
  readonly initMs?: number
  readonly outcome: 'ok' | 'failed' | 'timed out'
  readonly reason?: string
}

const KEPT = 500

/** The last 500 invocations, newest last; older ones are forgotten. */
export const invocationLog = () => {
  const kept: Invocation[] = []
  let number = 0
  return {
    add: (invocation: Omit<Invocation, 'number'>): void => {
      number += 1
      kept.push({ number, ...invocation })
      if (kept.length > KEPT * 2) kept.splice(0, kept.length - KEPT)
    },
    last: (): readonly Invocation[] => kept.slice(-KEPT),
  }
}
export type InvocationLog = ReturnType<typeof invocationLog>
