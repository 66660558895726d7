import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor, Problem, Refusal, Result } from '@awayday/kernel'
import type { GenericSchema, InferOutput } from 'valibot'
import type { CommonRefusal } from '../problems.ts'

export type FieldCall<Arguments> = { readonly args: Arguments; readonly actor: Actor; readonly meta: CommandMeta }

/** One GraphQL field. A refusal becomes `{ problem }`; a success is returned as it is, `problem` left out. */
export type Field<World, Schema extends GenericSchema, R extends Refusal> = {
  /** Strict schema of the field's arguments. Optional arguments may also arrive as null. */
  readonly arguments: Schema
  /** A Mutation names the argument's member that holds the command id: `(args) => args.input.commandId`. */
  readonly key?: (args: InferOutput<Schema>) => string
  readonly run: (world: World, call: FieldCall<InferOutput<Schema>>) => Promise<Result<unknown, R>>
  /** One for each of the field's own rejections; those all commands share are the edge's. */
  readonly problems: Readonly<Record<Exclude<R['type'], CommonRefusal>, Problem>>
  /** Members that the payload type requires, as they are beside a problem: `{ requests: [] }`. */
  readonly refused?: Readonly<Record<string, unknown>>
}

/** A field whose parts have been checked against each other; what a resolver's table holds. */
export type AnyField<in World> = {
  readonly arguments: GenericSchema
  readonly problems: Readonly<Record<string, Problem>>
  readonly refused?: Readonly<Record<string, unknown>>
  // Methods, so that fields of different arguments fit into one table; `in World` keeps the world exact.
  key?(args: unknown): string
  run(world: World, call: FieldCall<unknown>): Promise<Result<unknown, Refusal>>
}

/** Checks a field's parts against each other: arguments against schema, refusals against problems. */
export const field = <World, Schema extends GenericSchema, R extends Refusal>(
  parts: Field<World, Schema, R>,
): AnyField<World> => parts
