import { fromEpochMs } from '@awayday/kernel'
import type { HostFunction } from './host-function.ts'
import type { Invocation, InvocationLog } from './invocations.ts'
import { FunctionTimedOut, type Run } from './run.ts'

/** Runs a function as Lambda would, for a cause that is told. Rejects with what the function threw, or with `FunctionTimedOut`. */
export type Invoke = (fn: HostFunction, event: unknown, cause: string) => Promise<unknown>

/** Notes every run. */
export const invoker =
  (nowMs: () => number, log: InvocationLog, run: Run): Invoke =>
  async (fn, event, cause) => {
    const at = nowMs()
    const started = performance.now()
    const done = (how: Omit<Invocation, 'number' | 'function' | 'cause' | 'at' | 'durationMs'>): void =>
      log.add({ function: fn.id, cause, at, durationMs: performance.now() - started, ...how })
    try {
      const { answer, units, initMs } = await run(fn, event)
      done({ outcome: 'ok', ...units, ...(initMs !== undefined && { initMs }) })
      return answer
    } catch (trouble) {
      done({ outcome: trouble instanceof FunctionTimedOut ? 'timed out' : 'failed', reason: reasonOf(trouble) })
      reportFailure(fn, at, trouble)
      throw trouble
    }
  }

/** `StoreUnavailable: sqlite append`, at most 300 characters. */
export const reasonOf = (trouble: unknown): string =>
  (trouble instanceof Error ? `${trouble.name}: ${trouble.message}` : String(trouble)).slice(0, 300)

/** As Lambda logs what a function threw; the message is left to the console, which is not kept. */
const reportFailure = (fn: HostFunction, atMs: number, trouble: unknown): void => {
  if (process.env['AWAYDAY_LOG'] === 'off') return
  const errorType = trouble instanceof Error ? trouble.name : typeof trouble
  const line = { timestamp: fromEpochMs(atMs), level: 'ERROR', message: 'Invoke Error', function: fn.id, errorType }
  console.log(JSON.stringify(line))
}
