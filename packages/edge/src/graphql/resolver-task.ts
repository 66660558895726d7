import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor } from '@awayday/kernel'
import { correlationOf } from '../correlation.ts'
import { digestOf } from '../digest.ts'
import { refuseKey } from '../idempotency-key.ts'
import { actorOf } from '../identity.ts'
import { checkJson } from '../json/check-json.ts'
import { conform } from '../json/conform.ts'
import type { EdgeRefusal } from '../problems.ts'
import type { EdgeWorld } from '../world.ts'
import type { AnyField, FieldCall } from './field.ts'
import type { ResolverEvent } from './resolver-event.ts'

/** One field being resolved; `accept` fills in the call, or what is answered instead. */
export type ResolverTask<World> = {
  readonly event: ResolverEvent
  readonly world: World
  readonly requestId: string
  /** `Mutation.requestLeave` */
  readonly name: string
  readonly field: AnyField<World>
  call?: FieldCall<unknown>
  actor?: Actor
  /** The problem that is answered. */
  refused?: { readonly type: string; readonly status: number }
}

/** The same questions as an HTTP request is asked, as far as a GraphQL server has not settled them. */
export const accept = <World extends EdgeWorld>(task: ResolverTask<World>): EdgeRefusal | undefined => {
  const { event, field } = task
  const actor = actorOf(event.identity?.resolverContext)
  if (!actor) return { type: 'NotSignedIn' }
  task.actor = actor
  const text = checkJson(event.arguments, field.bytesMax)
  if (!text.ok) return text.error
  const args = conform(field.arguments, event.arguments)
  if (!args.ok) return args.error
  const key = field.key?.(args.value as never) ?? event.request.headers['idempotency-key']
  task.call = { args: args.value, actor, meta: metaOf(task, actor, key, text.value) }
  return refuseKey(key, task.name.startsWith('Mutation.') || undefined)
}

/** The digest is of field and arguments, so that one key cannot stand for two different commands. */
const metaOf = <World extends EdgeWorld>(
  { event, world, requestId, name }: ResolverTask<World>,
  { tenant, person }: Actor,
  key: string | undefined,
  text: string,
): CommandMeta => ({
  tenant,
  actor: person,
  key: key ?? `request:${requestId}`,
  digest: digestOf(world.secret, [name, text]),
  correlation: correlationOf(event.request.headers['x-correlation-id']) ?? requestId,
  cause: requestId,
  at: world.clock.now(),
})
