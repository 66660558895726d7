import type { Actor, Refusal, Result } from '@awayday/kernel'
import { correlationOf } from '../correlation.ts'
import { digestOf } from '../digest.ts'
import type { EdgeWorld } from '../world.ts'
import type { HttpEvent } from './http-event.ts'
import type { Answer, AnyRoute, OpenMeta } from './route.ts'

/**
 * One request on its way. A class, since most calls use few of its parts: getters on a prototype cost nothing until
 * they are read, and what is read may be taken apart (`{ body, meta }`).
 */
export class HttpCall<World extends EdgeWorld> {
  readonly event: HttpEvent
  readonly world: World
  route: AnyRoute<World> | undefined
  params: Readonly<Record<string, string>> = {}
  actor: Actor | undefined
  body: unknown
  /** The body as it was sent: what the digest is of. */
  text = ''
  /** The type of the problem that is answered. */
  refused: string | undefined
  #meta: OpenMeta | undefined

  constructor(event: HttpEvent, world: World) {
    this.event = event
    this.world = world
  }

  run(): Promise<Result<Answer, Refusal>> {
    const { route, world } = this
    if (!route) throw new Error('no route was found, and yet it runs')
    return route.run(world, this as never) // `accept` has made it what this route's call is
  }

  get query(): Readonly<Record<string, string | undefined>> {
    return this.event.queryStringParameters ?? {}
  }

  get cookies(): Readonly<Record<string, string | undefined>> {
    const pairs = (this.event.cookies ?? []).map((cookie) => /^([^=]*)=(.*)$/s.exec(cookie) ?? [])
    return Object.fromEntries(pairs.reverse().map(([, name = '', value = '']) => [name.trim(), value]))
  }

  get header(): (name: string) => string | undefined {
    return (name) => this.event.headers[name.toLowerCase()]
  }

  get correlation(): string {
    return correlationOf(this.event.headers['x-correlation-id']) ?? this.event.requestContext.requestId
  }

  get meta(): OpenMeta {
    this.#meta ??= this.#makeMeta()
    return this.#meta
  }

  #makeMeta(): OpenMeta {
    const { event, world, actor, correlation } = this
    const { http, requestId } = event.requestContext
    return {
      ...(actor && { tenant: actor.tenant, actor: actor.person as string }),
      key: event.headers['idempotency-key'] ?? `request:${requestId}`,
      digest: digestOf(world.secret, [http.method, event.rawPath, event.rawQueryString, this.text]),
      correlation,
      cause: requestId,
      at: world.clock.now(),
    }
  }
}
