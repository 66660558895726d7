import { randomUUID } from 'node:crypto'
import { fromEpochMs } from '@awayday/kernel'
import { metered } from '@awayday/meter'
import type { HostFunction } from './host-function.ts'
import type { InvocationLog } from './invocations.ts'

type Handler = (event: unknown, context: LambdaContext) => unknown

/** What Lambda hands a Node function beside the event. */
export type LambdaContext = {
  readonly awsRequestId: string
  readonly functionName: string
  readonly functionVersion: '$LATEST'
  readonly invokedFunctionArn: string
  readonly memoryLimitInMB: string
  readonly getRemainingTimeInMillis: () => number
}

/** Runs a function as Lambda would. Rejects with what the function threw, or with `FunctionTimedOut`. */
export type Invoke = (fn: HostFunction, event: unknown, cause: string) => Promise<unknown>

export class FunctionTimedOut extends Error {
  override readonly name = 'FunctionTimedOut'
}

/** Lambda's memory where a manifest names none. */
const DEFAULT_MEMORY_MB = 512
const DEFAULT_TIMEOUT_S = 10

/** A function's module is loaded at its first use, as at a cold start. A module that could not be loaded is tried again. */
export const invoker = (nowMs: () => number, log: InvocationLog): Invoke => {
  const handlers = new Map<string, Handler>()

  return async (fn, event, cause) => {
    const at = nowMs()
    const started = performance.now()
    const done = (outcome: 'ok' | 'failed' | 'timed out', units = { reads: 0, writes: 0 }, reason?: string): void => {
      const durationMs = performance.now() - started
      log.add({ function: fn.id, cause, at, durationMs, outcome, ...units, ...(reason !== undefined && { reason }) })
    }
    try {
      const handler = handlers.get(fn.id) ?? (await load(fn, handlers))
      const { value, units } = await metered(() => inTime(fn, handler, event))
      done('ok', units)
      return value
    } catch (trouble) {
      const outcome = trouble instanceof FunctionTimedOut ? 'timed out' : 'failed'
      done(outcome, undefined, reasonOf(trouble))
      reportFailure(fn, at, trouble)
      throw trouble
    }
  }
}

const load = async (fn: HostFunction, handlers: Map<string, Handler>): Promise<Handler> => {
  const { handler } = (await import(fn.module.href)) as { readonly handler?: unknown }
  if (typeof handler !== 'function') throw new Error(`${fn.id}: its lambda.ts exports no function named handler`)
  handlers.set(fn.id, handler as Handler)
  return handler as Handler
}

/** The function goes on running when its time is up, as nothing can stop it within a process; its answer is not heard. */
const inTime = (fn: HostFunction, handler: Handler, event: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timeoutMs = (fn.manifest.timeoutS ?? DEFAULT_TIMEOUT_S) * 1000
    const deadline = performance.now() + timeoutMs
    const timer = setTimeout(() => reject(new FunctionTimedOut(`${fn.id} ran longer than ${timeoutMs} ms`)), timeoutMs)
    const context: LambdaContext = {
      awsRequestId: randomUUID(),
      functionName: fn.id.replace('/', '-'),
      functionVersion: '$LATEST',
      invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${fn.id.replace('/', '-')}`,
      memoryLimitInMB: String(fn.manifest.memoryMb ?? DEFAULT_MEMORY_MB),
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    }
    new Promise((answered) => answered(handler(event, context)))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })

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
