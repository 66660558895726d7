import { refuseKey } from '../idempotency-key.ts'
import { actorOf } from '../identity.ts'
import { conform } from '../json/conform.ts'
import { parseJson } from '../json/parse-json.ts'
import type { EdgeRefusal } from '../problems.ts'
import { isStorable } from '../storable.ts'
import type { EdgeWorld } from '../world.ts'
import { bodyText } from './body.ts'
import type { HttpCall } from './http-call.ts'
import type { HttpEvent } from './http-event.ts'
import { pathParams } from './path-params.ts'
import type { AnyRoute } from './route.ts'
import type { router } from './router.ts'

type Find<World> = ReturnType<typeof router<AnyRoute<World>>>

/** Fills a call in, cheapest question first; the first thing wrong with it is its refusal, and nothing has run. */
export const accept = <World extends EdgeWorld>(call: HttpCall<World>, find: Find<World>): EdgeRefusal | undefined => {
  const { event } = call
  const match = find(event.requestContext.http.method, pathOf(event))
  if (!match.route)
    return match.allowed.length === 0 ? { type: 'NotFound' } : { type: 'MethodNotAllowed', allowed: match.allowed }
  const { route } = match
  call.route = route
  if (!route.open) {
    call.actor = actorOf(event.requestContext.authorizer?.lambda)
    if (!call.actor) return { type: 'NotSignedIn' }
  }
  const params = pathParams(match.names, match.values)
  if (!params.ok) return params.error
  call.params = params.value
  return refuseKey(event.headers['idempotency-key'], route.command) ?? refuseQuery(event) ?? acceptBody(call, route)
}

/** With a named stage the path starts with it. */
const pathOf = ({ rawPath, requestContext: { stage } }: HttpEvent): string =>
  stage !== '$default' && rawPath.startsWith(`/${stage}/`) ? rawPath.slice(stage.length + 1) : rawPath

const refuseQuery = ({ queryStringParameters: query }: HttpEvent): EdgeRefusal | undefined => {
  for (const name in query) if (!isStorable(name + (query[name] ?? ''))) return { type: 'UnstorableText', path: name }
  return undefined
}

const acceptBody = <World extends EdgeWorld>(
  call: HttpCall<World>,
  { body: schema }: AnyRoute<World>,
): EdgeRefusal | undefined => {
  if (!schema)
    return call.event.body
      ? { type: 'InvalidInput', issues: [{ path: '', message: 'no body is taken here' }] }
      : undefined
  const text = bodyText(call.event)
  if (!text.ok) return text.error
  call.text = text.value
  const json = parseJson(text.value)
  if (!json.ok) return json.error
  const body = conform(schema, json.value)
  if (!body.ok) return body.error
  call.body = body.value
  return undefined
}
