import type { AuthorizerEvent, HttpEvent, ResolverEvent } from '@awayday/edge'
import type { Actor } from '@awayday/kernel'

/** A request as an HTTP API passes it on, from a page of this very host unless it says otherwise. */
export const request = (
  on: string,
  {
    body,
    headers = {},
    cookies,
  }: {
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string | undefined>>
    readonly cookies?: readonly string[]
  } = {},
): HttpEvent => {
  const [method = '', path = ''] = on.split(' ')
  return {
    rawPath: path,
    rawQueryString: '',
    headers: {
      host: '127.0.0.1:4400',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...headers,
    },
    isBase64Encoded: false,
    requestContext: { http: { method }, requestId: `request-${++requests}`, stage: '$default' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(cookies && { cookies }),
  }
}
let requests = 0

export const bearing = (token: string): AuthorizerEvent => ({ version: '2.0', identitySource: [`Bearer ${token}`] })

/** A field as AppSync asks for it. Without an actor: nobody is signed in. */
export const asking = (name: string, args: Readonly<Record<string, unknown>>, actor?: Actor): ResolverEvent => {
  const [parentTypeName = '', fieldName = ''] = name.split('.')
  const resolverContext = actor && { tenant: actor.tenant, person: actor.person, roles: actor.roles.join(',') }
  return {
    arguments: args,
    info: { parentTypeName, fieldName },
    request: { headers: {} },
    identity: resolverContext ? { resolverContext } : null,
  }
}

/** A cookie as a browser keeps it: without its attributes. */
export const kept = (setCookie: string | undefined): string => setCookie?.split(';')[0] ?? ''

export const json = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text))
