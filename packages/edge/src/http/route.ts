import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor, Problem, Refusal, Result } from '@awayday/kernel'
import type { GenericSchema, InferOutput } from 'valibot'
import type { ProblemsOf } from '../problems.ts'

export type Answer = {
  readonly status: number
  /** Left out: no body. Answered as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whole `set-cookie` values. */
  readonly cookies?: readonly string[]
}

/** A request as a route sees it: parsed, checked, signed in. */
export type Call<Body = undefined, Params = Readonly<Record<string, string>>> = {
  readonly body: Body
  /** Path parameters, percent-decoded. */
  readonly params: Params
  /** As the gateway decoded it; a key given twice has both values, joined by a comma. */
  readonly query: Readonly<Record<string, string | undefined>>
  /** Cookies by name; of a name sent twice, the first. */
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly header: (name: string) => string | undefined
  readonly actor: Actor
  /** Made from actor, `Idempotency-Key` and the raw request. Without a key: one derived from the request id. */
  readonly meta: CommandMeta
}

/** What is known of a request that nobody has signed: a service adds tenant and actor once it knows them. */
export type OpenMeta = Omit<CommandMeta, 'tenant' | 'actor'>
export type OpenCall<Body = undefined, Params = Readonly<Record<string, string>>> = Omit<
  Call<Body, Params>,
  'actor' | 'meta'
> & { readonly meta: OpenMeta }

/** One route of a function. */
export type Route<
  World,
  Schema extends GenericSchema | undefined,
  Outcome extends Result<Answer, Refusal>,
  Open extends boolean = false,
  On extends string = string,
> = {
  /** `POST /v1/leave/requests/{id}/approve`. A fixed segment is preferred to a variable one. */
  readonly on: On
  /** A strict schema; without one, a body is refused. */
  readonly body?: Schema
  /** Commands need an `Idempotency-Key` header (1 to 128 visible ASCII characters). */
  readonly command?: true
  /** For routes of an open trigger: called without an actor. */
  readonly open?: Open
  readonly run: (
    world: World,
    call: Open extends true ? OpenCall<BodyOf<Schema>, ParamsIn<On>> : Call<BodyOf<Schema>, ParamsIn<On>>,
  ) => Promise<Outcome>
  readonly problems: ProblemsOf<Outcome>
}

type BodyOf<Schema> = Schema extends GenericSchema ? InferOutput<Schema> : undefined

/** `{id}` and `{part}` of `/x/{id}/{part}`. */
type ParamsIn<On extends string> = string extends On
  ? Readonly<Record<string, string>>
  : { readonly [Name in NamesIn<On>]: string }
type NamesIn<On extends string> = On extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/**
 * A route whose parts have been checked against each other; what a function's list of routes holds. Its call is typed
 * `never`, so that routes of all kinds fit into one list and only the edge, which makes calls by these parts, runs one.
 */
export type AnyRoute<World> = {
  readonly on: string
  readonly body?: GenericSchema | undefined
  readonly command?: true
  readonly open?: boolean
  readonly problems: Readonly<Record<string, Problem>>
  readonly run: (world: World, call: never) => Promise<Result<Answer, Refusal>>
}

/** Checks a route's parts against each other: body against schema, refusals against problems, parameters against path. */
export const route = <
  World,
  Outcome extends Result<Answer, Refusal>,
  const On extends string,
  Schema extends GenericSchema | undefined = undefined,
  Open extends boolean = false,
>(
  parts: Route<World, Schema, Outcome, Open, On>,
): AnyRoute<World> => parts
