import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor, Problem, Refusal, Result } from '@awayday/kernel'
import type { GenericSchema, InferOutput } from 'valibot'
import type { ProblemsOf } from '../problems.ts'

export type FieldCall<Arguments> = { readonly args: Arguments; readonly actor: Actor; readonly meta: CommandMeta }

/** One GraphQL field. A refusal becomes `{ problem }`; a success is returned as it is, `problem` left out. */
export type Field<World, Schema extends GenericSchema, Outcome extends Result<unknown, Refusal>> = {
  /** Strict schema of the field's arguments. Optional arguments may also arrive as null. */
  readonly arguments: Schema
  /** The most bytes of arguments as JSON, where they hold a file; as of any body of ours otherwise. */
  readonly bytesMax?: number
  /** A Mutation names the argument's member that holds the command id: `(args) => args.input.commandId`. */
  readonly key?: (args: InferOutput<Schema>) => string
  readonly run: (world: World, call: FieldCall<InferOutput<Schema>>) => Promise<Outcome>
  readonly problems: ProblemsOf<Outcome>
  /** Members that the payload type requires, as they are beside a problem: `{ requests: [] }`. */
  readonly refused?: Readonly<Record<string, unknown>>
}

/** A field whose parts have been checked against each other; what a resolver's table holds. Only the edge runs one. */
export type AnyField<World> = {
  readonly arguments: GenericSchema
  readonly problems: Readonly<Record<string, Problem>>
  readonly refused?: Readonly<Record<string, unknown>>
  readonly bytesMax?: number
  readonly key?: (args: never) => string
  readonly run: (world: World, call: never) => Promise<Result<unknown, Refusal>>
}

/** Checks a field's parts against each other: arguments against schema, refusals against problems. */
export const field = <World, Schema extends GenericSchema, Outcome extends Result<unknown, Refusal>>(
  parts: Field<World, Schema, Outcome>,
): AnyField<World> => parts
