import type { HostFunction } from '../functions/host-function.ts'
import type { Invoke } from '../functions/invoke.ts'
import type { HttpEvent } from './event.ts'

/** `missing`: no identity source, nothing was called. `broken`: the authorizer threw, or answered something else. */
export type Verdict =
  | { readonly type: 'allowed'; readonly context: unknown }
  | { readonly type: 'denied' | 'missing' | 'broken' }

export type Authorize = (event: HttpEvent) => Promise<Verdict>

/**
 * A Lambda authorizer, payload format 2.0 with simple responses. Its identity source is the Authorization header; nothing
 * is cached. An IAM policy as the answer is not simulated and counts as broken.
 */
export const authorizer =
  (fn: HostFunction, invoke: Invoke): Authorize =>
  async (event) => {
    const token = event.headers['authorization']
    if (!token) return { type: 'missing' }
    const { body: _, isBase64Encoded: __, ...request } = event
    const routeArn = `arn:aws:execute-api:local:000000000000:local/$default/${event.requestContext.http.method}${event.rawPath}`
    try {
      const asked = { ...request, type: 'REQUEST', routeArn, identitySource: [token] }
      return verdict(await invoke(fn, asked, event.routeKey))
    } catch {
      return { type: 'broken' }
    }
  }

const verdict = (answer: unknown): Verdict => {
  if (typeof answer !== 'object' || answer === null || !('isAuthorized' in answer)) return { type: 'broken' }
  if (typeof answer.isAuthorized !== 'boolean') return { type: 'broken' }
  if (!answer.isAuthorized) return { type: 'denied' }
  return { type: 'allowed', context: 'context' in answer ? answer.context : {} }
}
