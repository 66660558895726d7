/** One thing that somebody asked for. Times of one clock, in milliseconds. */
export type Operation<Told> = {
  readonly calledMs: number
  readonly returnedMs: number
  readonly told: Told
}

/** What one thing may do, were everything done one after the other. */
export type Sequential<State, Told> = {
  readonly initial: State
  /** The state after it; undefined: from this state nobody could have been told so. */
  readonly after: (state: State, told: Told) => State | undefined
  /** Equal for equal states. */
  readonly keyOf: (state: State) => string
}

/** All operations before `first` are done, and beyond it these. */
type Done = { readonly first: number; readonly beyond: readonly number[] }

/**
 * Whether the operations can be put in an order in which each begins before it takes effect, takes effect before it ends,
 * and was told the truth (Wing and Gong 1993, with Lowe's memory of what was tried). Where they cannot: how many from the start
 * could be, and what could not follow.
 */
export const linearizable = <State, Told>(
  { initial, after, keyOf }: Sequential<State, Told>,
  operations: readonly Operation<Told>[],
): { readonly ok: true } | { readonly ok: false; readonly ordered: number; readonly stuckAt: readonly Told[] } => {
  const ops = operations.toSorted((a, b) => a.calledMs - b.calledMs)
  const seen = new Set<string>()
  const stack: { readonly done: Done; readonly state: State }[] = [{ done: { first: 0, beyond: [] }, state: initial }]
  let furthest: { readonly ordered: number; readonly stuckAt: readonly Told[] } = { ordered: -1, stuckAt: [] }

  for (let at = stack.pop(); at; at = stack.pop()) {
    const { done, state } = at
    if (done.first === ops.length) return { ok: true }
    const next = mayBeNext(ops, done)
    if (done.first > furthest.ordered)
      furthest = { ordered: done.first, stuckAt: next.flatMap((n) => ops[n]?.told ?? []) }
    for (const n of next.toReversed()) {
      const op = ops[n]
      const then = op && after(state, op.told)
      if (then === undefined) continue
      const more = including(done, n)
      const key = `${more.first},${more.beyond} ${keyOf(then)}`
      if (seen.has(key)) continue
      seen.add(key)
      stack.push({ done: more, state: then })
    }
  }
  return { ok: false, ...furthest }
}

/** Whatever was called before the first of the rest had its answer. */
const mayBeNext = (ops: readonly Operation<unknown>[], { first, beyond }: Done): readonly number[] => {
  const left: number[] = []
  let firstReturnMs = Number.POSITIVE_INFINITY
  for (let n = first; n < ops.length; n++) {
    const op = ops[n]
    if (!op || op.calledMs > firstReturnMs) break
    if (beyond.includes(n)) continue
    left.push(n)
    firstReturnMs = Math.min(firstReturnMs, op.returnedMs)
  }
  return left.filter((n) => (ops[n]?.calledMs ?? 0) <= firstReturnMs)
}

const including = ({ first, beyond }: Done, n: number): Done => {
  const all = [...beyond, n].sort((a, b) => a - b)
  let upTo = first
  while (all[0] === upTo) {
    all.shift()
    upTo += 1
  }
  return { first: upTo, beyond: all }
}
