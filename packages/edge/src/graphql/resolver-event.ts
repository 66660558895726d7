/** What the edge reads of AppSync's direct Lambda resolver event. */
export type ResolverEvent = {
  readonly arguments: Readonly<Record<string, unknown>>
  /** A Lambda authorizer's context: `tenant`, `person`, `roles`. */
  readonly identity?: { readonly resolverContext?: Readonly<Record<string, unknown>> | null } | null | undefined
  readonly info: { readonly fieldName: string; readonly parentTypeName: string }
  readonly request: { readonly headers: Readonly<Record<string, string | undefined>> }
}

/** A refusal within a payload. `facts` is JSON text: the members of this type of problem. */
export type PayloadProblem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string | null
  readonly facts: string
}
