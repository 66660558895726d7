import type { Refusal, Result } from '@awayday/kernel'
import { invocation, type LambdaContext } from '../invocation.ts'
import { documentOf, type EdgeRefusal } from '../problems.ts'
import { phrases } from '../trouble.ts'
import type { EdgeWorld } from '../world.ts'
import { accept } from './accept.ts'
import { HttpCall } from './http-call.ts'
import type { HttpEvent, HttpResponse } from './http-event.ts'
import { respond, respondProblem } from './response.ts'
import type { Answer, AnyRoute } from './route.ts'
import { router } from './router.ts'

/**
 * A function behind an HTTP API (payload 2.0) that answers its routes. Whatever is sent, the answer is the route's or a
 * problem document; nothing is thrown. The world is awaited here, so that a lambda.ts awaits nothing.
 */
export const http = <World extends EdgeWorld>({
  world,
  routes,
}: {
  readonly world: Promise<World>
  readonly routes: readonly AnyRoute<World>[]
}): ((event: HttpEvent, context?: LambdaContext) => Promise<HttpResponse>) => {
  const find = router(routes)
  return invocation<World, HttpEvent, HttpCall<World>, Result<Answer, Refusal>, HttpResponse>(world, {
    begin: (event, ready) => new HttpCall(event, ready),
    check: (call) => {
      const refusal = accept(call, find)
      return refusal && refuse(call, refusal)
    },
    run: (call) => call.run(),
    present: (call, outcome) =>
      outcome.ok ? respond(outcome.value, call.event.requestContext.requestId) : refuse(call, outcome.error),
    troubled: (event, { status }) =>
      respondProblem({ type: 'about:blank', title: phrases[status], status }, event.requestContext.requestId),
    facts: ({ requestContext }, call, reply) => ({
      route: call?.route?.on ?? `${requestContext.http.method} ?`,
      status: reply?.statusCode ?? 500,
      tenant: call?.actor?.tenant,
      correlation: call?.correlation,
      cause: requestContext.requestId,
      problem: call?.refused,
    }),
  })
}

const refuse = <World extends EdgeWorld>(call: HttpCall<World>, refusal: Refusal | EdgeRefusal): HttpResponse => {
  call.refused = refusal.type
  return respondProblem(documentOf(refusal, call.route?.problems), call.event.requestContext.requestId)
}
