type Method = (...call: never) => unknown
type Streaming = (...call: never) => AsyncIterable<unknown>

/** Which part of a batch is written: the first half, or every other thing. */
export type Part = <T>(all: readonly T[]) => readonly T[]

type OfCall<Port, Call extends readonly unknown[]> = {
  /** Somebody else's write that comes just before this one, really made. */
  readonly conflict?: (port: Port, ...call: Call) => Promise<unknown>
  /** The same call with only a part of what it is to write. */
  readonly part?: (part: Part, ...call: Call) => Call
  /** Answered by an index that may be behind. */
  readonly index?: true
}

/** A method that answers one thing after another: each is asked for by a call of its own. */
type OfPull = { readonly each: true }

/** What may befall each method of a port, besides what may befall all of them. None can be forgotten. */
export type FaultsOf<Port> = {
  /** The port's word for the platform's trouble. */
  readonly trouble: (what: string) => Error
  readonly calls: {
    readonly [Name in keyof Port as Port[Name] extends Method ? Name : never]: Port[Name] extends Streaming
      ? OfPull
      : Port[Name] extends (...call: infer Call extends readonly unknown[]) => unknown
        ? OfCall<Port, Call>
        : never
  }
}

/** The same, as the process reads it: the table's type has seen to the rest. */
export type AnyFaults = {
  readonly trouble: (what: string) => Error
  readonly calls: Readonly<Record<string, Partial<OfCall<unknown, readonly unknown[]> & OfPull>>>
}
