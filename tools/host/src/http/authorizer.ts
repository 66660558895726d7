import { randomUUID } from 'node:crypto'
import type { HostFunction } from '../functions/host-function.ts'
import type { Invoke } from '../functions/invoke.ts'
import type { HttpEvent } from './event.ts'

/** `missing`: no identity source, nothing was called. `broken`: the authorizer threw, or answered something else. */
export type Verdict =
  | { readonly type: 'allowed'; readonly context: unknown }
  | { readonly type: 'denied' | 'missing' | 'broken' }

type Headers = Readonly<Record<string, string>>

export type Authorizer = {
  /**
   * As an HTTP API asks: payload format 2.0 with simple responses. Its identity source is the Authorization header; nothing
   * is cached. An IAM policy as the answer is not simulated and counts as broken.
   */
  readonly forHttp: (event: HttpEvent) => Promise<Verdict>
  /** As AppSync asks, but before the body is read: the query, its name and its variables are left out. */
  readonly forGraphql: (headers: Headers) => Promise<Verdict>
}

export const authorizer = (fn: HostFunction, invoke: Invoke): Authorizer => {
  const ask = async (event: object, cause: string, member: 'context' | 'resolverContext'): Promise<Verdict> => {
    try {
      return verdict(await invoke(fn, event, cause), member)
    } catch {
      return { type: 'broken' }
    }
  }

  return {
    forHttp: async (event) => {
      const token = event.headers['authorization']
      if (!token) return { type: 'missing' }
      const { body: _, isBase64Encoded: __, ...request } = event
      const routeArn = `arn:aws:execute-api:local:000000000000:local/$default/${event.requestContext.http.method}${event.rawPath}`
      return ask({ ...request, type: 'REQUEST', routeArn, identitySource: [token] }, event.routeKey, 'context')
    },

    forGraphql: async (requestHeaders) => {
      const authorizationToken = requestHeaders['authorization']
      if (!authorizationToken) return { type: 'missing' }
      const requestContext = { apiId: 'local', accountId: '000000000000', requestId: randomUUID() }
      return ask({ authorizationToken, requestContext, requestHeaders }, 'POST /graphql', 'resolverContext')
    },
  }
}

const verdict = (answer: unknown, member: 'context' | 'resolverContext'): Verdict => {
  if (typeof answer !== 'object' || answer === null) return { type: 'broken' }
  const { isAuthorized, [member]: context = {} } = answer as Readonly<Record<string, unknown>>
  if (typeof isAuthorized !== 'boolean') return { type: 'broken' }
  return isAuthorized ? { type: 'allowed', context } : { type: 'denied' }
}
