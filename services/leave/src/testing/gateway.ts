import type { HttpEvent, ResolverEvent } from '@awayday/edge'
import type { Actor } from '@awayday/kernel'

/** A field as AppSync asks for it. Without an actor: nobody is signed in. */
export const asking = (name: string, args: Readonly<Record<string, unknown>>, actor?: Actor): ResolverEvent => {
  const [parentTypeName = '', fieldName = ''] = name.split('.')
  const resolverContext = actor && identityOf(actor)
  return {
    arguments: args,
    info: { parentTypeName, fieldName },
    request: { headers: {} },
    identity: resolverContext ? { resolverContext } : null,
  }
}

/** A request as an HTTP API passes it on. */
export const requesting = (
  on: string,
  {
    body,
    actor,
    key,
    headers = {},
    query,
  }: {
    readonly body?: unknown
    readonly actor?: Actor
    readonly key?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly query?: Readonly<Record<string, string>>
  } = {},
): HttpEvent => {
  const [method = '', rawPath = ''] = on.split(' ')
  return {
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }), ...headers },
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      http: { method },
      requestId: `request-${++requests}`,
      stage: '$default',
      ...(actor && { authorizer: { lambda: identityOf(actor) } }),
    },
  }
}
let requests = 0

const identityOf = ({ tenant, person, roles }: Actor) => ({ tenant, person, roles: roles.join(',') })
