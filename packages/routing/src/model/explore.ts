/**
 * One step of a world. `alone` is the number of whoever takes it, if it is the next thing they do by themselves: what
 * must bring them to their end without anybody's help.
 */
export type Step<World> = { readonly name: string; readonly next: World; readonly alone?: number }

export type Model<World> = {
  readonly start: World
  readonly steps: (world: World) => Iterable<Step<World>>
  /** Two worlds with one key are the same. */
  readonly key: (world: World) => string
  /** What must never be, in a sentence, or undefined. */
  readonly wrong: (world: World) => string | undefined
  /** Who must reach their end by their own steps from wherever they are, and whether they have. */
  readonly loners: number
  readonly landed: (world: World, loner: number) => boolean
  /** Where everything has come to its end: must be reachable from every state. */
  readonly goal: (world: World) => boolean
}

export type Explored = {
  readonly states: number
  /** States in which everything has come to its end. */
  readonly ends: number
  /** The first thing found wrong, with the shortest way there. */
  readonly found?: { readonly wrong: string; readonly trace: readonly string[] }
}

/** Visits every state that can be reached, nearest first, until something is wrong. */
export const explore = <World>(model: Model<World>, statesMax = 3_000_000): Explored => {
  const seen = new Map<string, number>([[model.key(model.start), 0]])
  const way: { readonly from: number; readonly name: string }[] = [{ from: -1, name: 'start' }]
  const queue: (World | undefined)[] = [model.start]
  const edges: { readonly from: number[]; readonly to: number[] } = { from: [], to: [] }
  const alone = Array.from({ length: model.loners }, (): number[] => [])
  const goals: number[] = []
  const found = (wrong: string, state: number): Explored => ({
    states: queue.length,
    ends: goals.length,
    found: { wrong, trace: traceOf(way, state) },
  })

  for (let at = 0; at < queue.length; at++) {
    const world = queue[at]
    if (world === undefined) throw new Error('a state was forgotten before its turn')
    queue[at] = undefined
    const wrong = model.wrong(world)
    if (wrong) return found(wrong, at)
    if (model.goal(world)) goals.push(at)
    for (const [n, next] of alone.entries()) next[at] = model.landed(world, n) ? at : -1
    for (const step of model.steps(world)) {
      const key = model.key(step.next)
      let to = seen.get(key)
      if (to === undefined) {
        to = queue.length
        if (to >= statesMax) throw new RangeError(`more than ${statesMax} states`)
        seen.set(key, to)
        way.push({ from: at, name: step.name })
        queue.push(step.next)
      }
      edges.from.push(at)
      edges.to.push(to)
      const own = step.alone === undefined ? undefined : alone[step.alone]
      if (own) own[at] = to
    }
  }

  const stuck = alone.map(whoNeverLands).find((state) => state !== undefined)
  if (stuck !== undefined) return found('somebody is stuck without the help of others', stuck)
  const hopeless = firstWithoutWay(queue.length, edges, goals)
  if (hopeless !== undefined) return found('the end cannot be reached any more', hopeless)
  return { states: queue.length, ends: goals.length }
}

/** The first state from which somebody's own steps lead to no end. `next[s]` is `s` itself at the end, -1 without a step. */
const whoNeverLands = (next: readonly number[]): number | undefined => {
  const verdict = new Int8Array(next.length) // 0 unknown, 1 lands, 2 does not
  for (let start = 0; start < next.length; start++) {
    const path: number[] = []
    const onPath = new Set<number>()
    let state = start
    while (state >= 0 && !verdict[state] && next[state] !== state && !onPath.has(state)) {
      path.push(state)
      onPath.add(state)
      state = next[state] ?? -1
    }
    const lands = state >= 0 && (verdict[state] === 1 || (!verdict[state] && next[state] === state))
    if (state >= 0 && next[state] === state) verdict[state] = 1
    for (const passed of path) verdict[passed] = lands ? 1 : 2
  }
  const stuck = verdict.indexOf(2)
  return stuck < 0 ? undefined : stuck
}

/** The first state from which none of the goals can be reached. */
const firstWithoutWay = (
  states: number,
  { from, to }: { readonly from: readonly number[]; readonly to: readonly number[] },
  goals: readonly number[],
): number | undefined => {
  const before = new Int32Array(states + 1) // where the edges into a state begin
  for (const state of to) before[state + 1] = (before[state + 1] ?? 0) + 1
  for (let state = 0; state < states; state++) before[state + 1] = (before[state + 1] ?? 0) + (before[state] ?? 0)
  const into = new Int32Array(to.length)
  const filled = before.slice()
  for (const [edge, state] of to.entries()) {
    const place = filled[state] ?? 0
    into[place] = from[edge] ?? 0
    filled[state] = place + 1
  }
  const hopeful = new Uint8Array(states)
  const queue = [...goals]
  for (const goal of goals) hopeful[goal] = 1
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const earlier of into.subarray(before[state], before[state + 1])) {
      if (hopeful[earlier]) continue
      hopeful[earlier] = 1
      queue.push(earlier)
    }
  }
  const hopeless = hopeful.indexOf(0)
  return hopeless < 0 ? undefined : hopeless
}

const traceOf = (
  way: readonly { readonly from: number; readonly name: string }[],
  state: number,
): readonly string[] => {
  const names: string[] = []
  for (let at = state; at > 0; at = way[at]?.from ?? 0) names.unshift(way[at]?.name ?? '')
  return names
}
