import type { Clock } from '@awayday/clock'
import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor, Problem, Refusal, Result } from '@awayday/kernel'
import type { GenericSchema, InferOutput } from 'valibot'

/** What every world has for the edge. */
export type EdgeWorld = {
  readonly clock: Clock
  /** Keys the digests of requests (HMAC-SHA-256). */
  readonly secret: string
}

/** Problems of the edge itself; every function can answer these. `NotSignedIn` 401, `BadRequest` 400 with `issues`, … */
export type Issue = { readonly path: string; readonly message: string }

export type Answer = {
  readonly status: number
  /** Left out: no body. Answered as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whole `set-cookie` values. */
  readonly cookies?: readonly string[]
}

export type Call<Body, Params = Readonly<Record<string, string>>> = {
  readonly body: Body
  /** Path parameters, percent-decoded. */
  readonly params: Params
  readonly query: Readonly<Record<string, string>>
  /** Cookies by name. */
  readonly cookies: Readonly<Record<string, string>>
  readonly header: (name: string) => string | undefined
  /** Made from actor, `Idempotency-Key` and the raw request. Without an actor or a key: a key derived from the request id. */
  readonly meta: CommandMeta
}

/** One route of a function. `body`: a strict valibot schema; without one, a body is refused. */
export type Route<World, Schema extends GenericSchema | undefined, R extends Refusal> = {
  /** `POST /v1/leave/requests/{id}/approve` */
  readonly on: string
  readonly body?: Schema
  /** Commands need an `Idempotency-Key` header (1 to 128 visible ASCII characters). */
  readonly command?: true
  readonly run: (
    world: World,
    call: Call<Schema extends GenericSchema ? InferOutput<Schema> : undefined> & { readonly actor: Actor },
  ) => Promise<Result<Answer, R>>
  readonly problems: Readonly<Record<R['type'], Problem>>
}

/** One GraphQL field. A refusal becomes `{ problem }`; a success is returned as it is, `problem` left out. */
export type Field<World, Schema extends GenericSchema, R extends Refusal> = {
  /** Strict schema of the field's arguments. */
  readonly arguments: Schema
  /** A Mutation names the argument's member that holds the command id: `(args) => args.input.commandId`. */
  readonly key?: (args: InferOutput<Schema>) => string
  readonly run: (
    world: World,
    call: { readonly args: InferOutput<Schema>; readonly actor: Actor; readonly meta: CommandMeta },
  ) => Promise<Result<unknown, R>>
  readonly problems: Readonly<Record<R['type'], Problem>>
}
