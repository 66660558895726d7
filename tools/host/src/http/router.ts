/** A route of an HTTP API: `GET /pets/{id}`, `ANY /pets/{proxy+}`. */
export type RouteMatch<Target> = {
  readonly target: Target
  readonly routeKey: string
  readonly parameters: Readonly<Record<string, string>> | undefined
}

export type Router<Target> = (method: string, path: string) => RouteMatch<Target> | undefined

type Leaf<Target> = { readonly target: Target; readonly routeKey: string; readonly names: readonly string[] }
type Node<Target> = {
  readonly fixed: Map<string, Node<Target>>
  variable?: Node<Target>
  /** By method, or `ANY`. */
  readonly full: Map<string, Leaf<Target>>
  readonly greedy: Map<string, Leaf<Target>>
}

/**
 * HTTP API's order: a full match, else the longest greedy one; a fixed segment beats a variable; a method beats ANY.
 * Throws on a route that is not one, and on two with the same shape.
 */
export const router = <Target>(routes: Iterable<readonly [route: string, target: Target]>): Router<Target> => {
  const root = node<Target>()
  /** Routes without variables, by the request's own words: what most requests hit. */
  const quick = new Map<string, RouteMatch<Target>>()
  for (const [route, target] of routes) {
    const leaf = add(root, route, target)
    if (leaf.names.length === 0) quick.set(route, { target, routeKey: route, parameters: undefined })
  }
  return (method, path) => {
    const known = quick.get(`${method} ${path}`)
    if (known) return known
    const segments = path.slice(1).split('/')
    const values: string[] = []
    return fullMatch(root, segments, 0, method, values) ?? greedyMatch(root, segments, method)
  }
}

const ROUTE = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ANY) (\/\S*)$/
const VARIABLE = /^\{([A-Za-z0-9._-]+)(\+)?\}$/

const add = <Target>(root: Node<Target>, route: string, target: Target): Leaf<Target> => {
  const [, method, path] = ROUTE.exec(route) ?? []
  if (!method || !path) throw new Error(`"${route}" is not a route of an HTTP API, such as "GET /pets/{id}"`)
  const segments = path.slice(1).split('/')
  const names: string[] = []
  let at = root
  let leaves = at.full
  for (const [n, segment] of segments.entries()) {
    const [, name, greedy] = VARIABLE.exec(segment) ?? []
    if (name === undefined && /[{}]/.test(segment)) throw new Error(`"${route}" has a variable within a segment`)
    if (greedy && n < segments.length - 1) throw new Error(`"${route}" has a greedy variable before its end`)
    if (name !== undefined) names.push(name)
    if (greedy) leaves = at.greedy
    else {
      at = name === undefined ? fixedChild(at, segment) : variableChild(at)
      leaves = at.full
    }
  }
  const taken = leaves.get(method)
  if (taken) throw new Error(`"${route}" and "${taken.routeKey}" are the same route`)
  const leaf = { target, routeKey: route, names }
  leaves.set(method, leaf)
  return leaf
}

const fullMatch = <Target>(
  at: Node<Target>,
  segments: readonly string[],
  n: number,
  method: string,
  values: string[],
): RouteMatch<Target> | undefined => {
  const segment = segments[n]
  if (segment === undefined) {
    const leaf = at.full.get(method) ?? at.full.get('ANY')
    return leaf && matched(leaf, values)
  }
  const fixed = at.fixed.get(segment)
  const found = fixed && fullMatch(fixed, segments, n + 1, method, values)
  if (found || !at.variable || segment === '') return found
  values.push(segment)
  const viaVariable = fullMatch(at.variable, segments, n + 1, method, values)
  values.pop()
  return viaVariable
}

/** The deepest node on the way that has a greedy route for the method. */
const greedyMatch = <Target>(
  root: Node<Target>,
  segments: readonly string[],
  method: string,
): RouteMatch<Target> | undefined => {
  const search = (at: Node<Target>, n: number, values: readonly string[]): RouteMatch<Target> | undefined => {
    const segment = segments[n]
    if (segment === undefined) return undefined
    const fixed = at.fixed.get(segment)
    const deeper =
      (fixed && search(fixed, n + 1, values)) ?? (at.variable && search(at.variable, n + 1, [...values, segment]))
    if (deeper) return deeper
    const leaf = at.greedy.get(method) ?? at.greedy.get('ANY')
    const rest = segments.slice(n).join('/')
    return leaf && rest !== '' ? matched(leaf, [...values, rest]) : undefined
  }
  return search(root, 0, [])
}

const matched = <Target>({ target, routeKey, names }: Leaf<Target>, values: readonly string[]): RouteMatch<Target> => ({
  target,
  routeKey,
  parameters: names.length === 0 ? undefined : Object.fromEntries(names.map((name, n) => [name, values[n] ?? ''])),
})

const node = <Target>(): Node<Target> => ({ fixed: new Map(), full: new Map(), greedy: new Map() })

const fixedChild = <Target>(at: Node<Target>, segment: string): Node<Target> => {
  const child = at.fixed.get(segment) ?? node<Target>()
  at.fixed.set(segment, child)
  return child
}

const variableChild = <Target>(at: Node<Target>): Node<Target> => {
  at.variable ??= node<Target>()
  return at.variable
}
