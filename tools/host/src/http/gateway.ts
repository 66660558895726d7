import type { HostFunction } from '../functions/host-function.ts'
import { Throttled } from '../functions/in-turn.ts'
import type { Invoke } from '../functions/invoke.ts'
import { GATEWAY_TIMEOUT_MS, LAMBDA_PAYLOAD_BYTES_MAX } from '../functions/limits.ts'
import { timeoutMsOf } from '../functions/run.ts'
import type { Authorizer } from './authorizer.ts'
import { type HttpEvent, httpEvent, type ReadRequest } from './event.ts'
import { gatewayAnswer, type HttpResponse, httpResponse, internalServerError } from './response.ts'
import { type RouteMatch, type Router, router } from './router.ts'

type Target = { readonly fn: HostFunction; readonly open: boolean }

export type Gateway = {
  readonly match: Router<Target>
  answer(match: RouteMatch<Target>, request: ReadRequest, body: Buffer | undefined): Promise<HttpResponse>
}

/** What an HTTP API does between a matched route and its answer: authorize, invoke, make a response. */
export const gateway = (
  functions: readonly HostFunction[],
  authorizer: Authorizer | undefined,
  invoke: Invoke,
  nowMs: () => number,
): Gateway => ({
  match: router(routesOf(functions)),

  async answer(match, request, body) {
    if (body && body.length > LAMBDA_PAYLOAD_BYTES_MAX) return gatewayAnswer(413, 'Request Entity Too Large')
    const event = httpEvent(request, match, body, nowMs())
    if (match.target.open) return integration(match, event, invoke)
    const verdict = (await authorizer?.forHttp(event)) ?? { type: 'broken' }
    switch (verdict.type) {
      case 'missing':
        return gatewayAnswer(401, 'Unauthorized')
      case 'denied':
        return gatewayAnswer(403, 'Forbidden')
      case 'broken':
        return internalServerError
      case 'allowed':
        return integration(match, withAuthorizer(event, verdict.context), invoke)
    }
  },
})

/** Every route of every function. */
export function* routesOf(functions: readonly HostFunction[]): Generator<[string, Target]> {
  for (const fn of functions) {
    const { on } = fn.manifest
    if (on.kind === 'http') for (const route of on.routes) yield [route, { fn, open: on.open ?? false }]
  }
}

const withAuthorizer = (event: HttpEvent, context: unknown): HttpEvent => ({
  ...event,
  requestContext: { ...event.requestContext, authorizer: { lambda: context } },
})

/** A function's failure is a 500 whatever it was; one that has no room is a 503, as 30 seconds are. */
const integration = ({ target }: RouteMatch<Target>, event: HttpEvent, invoke: Invoke): Promise<HttpResponse> => {
  const answer = (): Promise<HttpResponse> =>
    invoke(target.fn, event, event.routeKey).then(httpResponse, (trouble) =>
      trouble instanceof Throttled ? unavailable : internalServerError,
    )
  // Others' own time is up before the gateway's.
  return timeoutMsOf(target.fn) < GATEWAY_TIMEOUT_MS ? answer() : withGatewayTimeout(answer)
}

const unavailable = gatewayAnswer(503, 'Service Unavailable')

/** The gateway's timer is the first of two that end together. */
const withGatewayTimeout = async (answer: () => Promise<HttpResponse>): Promise<HttpResponse> => {
  const { promise, resolve } = Promise.withResolvers<HttpResponse>()
  const timer = setTimeout(resolve, GATEWAY_TIMEOUT_MS, unavailable)
  return Promise.race([promise, answer()]).finally(() => clearTimeout(timer))
}
