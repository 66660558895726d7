/** RFC 9457. What a rejection becomes for whoever asked: the status and title are constant per type. */
export type Problem = { readonly status: number; readonly title: string }

/** A rejection's members become extension members of the problem, so they may not use the reserved names. */
export type Refusal = { readonly type: string } & {
  readonly [reserved in 'title' | 'status' | 'detail' | 'instance']?: never
}

export type ProblemDocument = {
  /** `/problems/OwnLeave`: a path the product serves as a page; `about:blank` for trouble of our own. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** Helps whoever asked; never debugs us. */
  readonly detail?: string
  readonly [extension: string]: unknown
}

/** Every use case lists a problem for each of its rejections; a new rejection does not compile until it is answered. */
export type Problems<R extends Refusal> = Readonly<Record<R['type'], Problem>>

export const problemDocument = (refusal: Refusal, { status, title }: Problem): ProblemDocument => {
  const { type, ...facts } = refusal
  return { type: `/problems/${type}`, title, status, ...facts }
}
