import { randomUUID } from 'node:crypto'
import { memoryMbOf } from '@awayday/manifest'
import { withGrants } from '@awayday/manifest/grants'
import { metered } from '@awayday/meter'
import { arnOf, type HostFunction, nameOf } from './host-function.ts'
import { type Run, timedOut, timeoutMsOf } from './run.ts'

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

/**
 * Runs functions from their sources, in this process. A function's module is loaded at its first use, as at a cold start. A
 * module that could not be loaded is tried again.
 */
export const fromSource = (): Run => {
  const handlers = new Map<string, Handler>()
  return async (fn, event) => {
    const handler = handlers.get(fn.id) ?? (await load(fn, handlers))
    const { value, units } = await metered(() =>
      withGrants({ ...fn.manifest, id: fn.id }, () => inTime(fn, handler, event)),
    )
    return { answer: value, units }
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
    const timeoutMs = timeoutMsOf(fn)
    const deadline = performance.now() + timeoutMs
    const timer = setTimeout(() => reject(timedOut(fn)), timeoutMs)
    const context: LambdaContext = {
      awsRequestId: randomUUID(),
      functionName: nameOf(fn),
      functionVersion: '$LATEST',
      invokedFunctionArn: arnOf(fn),
      memoryLimitInMB: String(memoryMbOf(fn.manifest)),
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    }
    new Promise((answered) => answered(handler(event, context)))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
