/** What a path led to: a route with what its variables stand for, or the methods that would lead somewhere. */
export type Match<R> =
  | { readonly route: R; readonly names: readonly string[]; readonly values: readonly string[] }
  | { readonly route: undefined; readonly allowed: readonly string[] }

/**
 * Finds routes by method and path. A fixed segment is preferred to a variable one, as API Gateway does; where the fixed
 * one leads nowhere, the variable one is tried. Two routes for the same requests are a defect.
 */
export const router = <R extends { readonly on: string }>(
  routes: readonly R[],
): ((method: string, path: string) => Match<R>) => {
  const byMethod = new Map<string, readonly Pattern<R>[]>()
  for (const [method, patterns] of Map.groupBy(routes.map(patternOf), (pattern) => pattern.method))
    byMethod.set(method, inOrder(patterns))
  return (method, path) =>
    find(byMethod.get(method), path) ?? {
      route: undefined,
      allowed: [...byMethod].filter(([, patterns]) => find(patterns, path)).map(([other]) => other),
    }
}

/** A function has a handful of routes: trying them one after another is faster than any tree of segments. */
const find = <R>(patterns: readonly Pattern<R>[] = [], path: string): Match<R> | undefined => {
  for (const { route, fixed, names } of patterns) {
    const values = valuesIn(path, fixed)
    if (values) return { route, names, values }
  }
  return undefined
}

/** What stands between the fixed parts of a path: one segment each, none of them empty. */
const valuesIn = (path: string, fixed: readonly string[]): readonly string[] | undefined => {
  const values: string[] = []
  let at = 0
  for (let n = 0; n < fixed.length; n++) {
    if (n > 0) {
      const slash = path.indexOf('/', at)
      const end = slash === -1 ? path.length : slash
      if (end === at) return undefined
      values.push(path.slice(at, end))
      at = end
    }
    const part = fixed[n] ?? ''
    if (!path.startsWith(part, at)) return undefined
    at += part.length
  }
  return at === path.length ? values : undefined
}

/** `/a/{id}/b` has the fixed parts `/a/` and `/b`, and one name between them. */
type Pattern<R> = {
  readonly route: R
  readonly method: string
  readonly fixed: readonly string[]
  readonly names: readonly string[]
  /** Equal for routes of the same requests; variables sort behind everything fixed. */
  readonly order: string
}

const patternOf = <R extends { readonly on: string }>(route: R): Pattern<R> => {
  const [method = '', path = ''] = route.on.split(' ')
  const parts = path.split(/\{([^{}]+)\}/)
  return {
    route,
    method,
    fixed: parts.filter((_, n) => n % 2 === 0),
    names: parts.filter((_, n) => n % 2 === 1),
    order: path.replaceAll(/\{[^{}]+\}/g, '\uffff'),
  }
}

const inOrder = <R extends { readonly on: string }>(patterns: readonly Pattern<R>[]): readonly Pattern<R>[] => {
  const sorted = patterns.toSorted((a, b) => (a.order < b.order ? -1 : 1))
  sorted.forEach(({ route, order }, n) => {
    const before = sorted[n - 1]
    if (before?.order === order) throw new Error(`${before.route.on} and ${route.on} are the same route`)
  })
  return sorted
}
