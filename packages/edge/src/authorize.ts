import type { Actor } from '@awayday/kernel'
import { type Identity, identityOf } from './identity.ts'
import { invocation, type LambdaContext } from './invocation.ts'
import type { EdgeWorld } from './world.ts'

/** Asked by API Gateway (authorizer payload 2.0, with `identitySource`) or by AppSync (`authorizationToken`). */
export type AuthorizerEvent =
  | { readonly version: '2.0'; readonly identitySource: readonly string[] | null }
  | { readonly authorizationToken: string }

export type Verdict =
  | { readonly isAuthorized: boolean; readonly context?: Identity }
  | { readonly isAuthorized: boolean; readonly resolverContext?: Identity; readonly ttlOverride: 0 }

/**
 * The function that turns a bearer token into an actor, for HTTP and GraphQL alike. Its answers are never kept, so that
 * a session that is revoked has no power from then on.
 */
export const authorize = <World extends EdgeWorld>({
  world,
  run,
}: {
  readonly world: Promise<World>
  readonly run: (world: World, token: string) => Promise<Actor | undefined>
}): ((event: AuthorizerEvent, context?: LambdaContext) => Promise<Verdict>) =>
  invocation<World, AuthorizerEvent, Task<World>, Actor | undefined, Verdict>(world, {
    begin: (event, ready) => ({ event, world: ready, actor: undefined }),
    run: async (task) => {
      const token = tokenIn(task.event)
      task.actor = token === undefined ? undefined : await run(task.world, token)
      return task.actor
    },
    present: ({ event }, actor) => {
      const isAuthorized = actor !== undefined
      if ('authorizationToken' in event)
        return { isAuthorized, ...(actor && { resolverContext: identityOf(actor) }), ttlOverride: 0 }
      return { isAuthorized, ...(actor && { context: identityOf(actor) }) }
    },
    facts: (_event, task) => ({ route: 'authorize', status: task?.actor ? 200 : 401, tenant: task?.actor?.tenant }),
  })

type Task<World> = { readonly event: AuthorizerEvent; readonly world: World; actor: Actor | undefined }

/** AppSync's clients send the token with or without its scheme, HTTP's with it. */
const tokenIn = (event: AuthorizerEvent): string | undefined =>
  'authorizationToken' in event
    ? /^(?:Bearer )?([\x21-\x7e]{1,4096})$/i.exec(event.authorizationToken)?.[1]
    : /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(event.identitySource?.[0] ?? '')?.[1]
