/** What a path led to: a route with the segments its variables stand for, or the methods that would lead somewhere. */
export type Match<R> =
  | { readonly route: R; readonly names: readonly string[]; readonly segments: readonly string[] }
  | { readonly allowed: readonly string[] }

/**
 * Finds routes by method and path. A fixed segment is preferred to a variable one, as API Gateway does; where the fixed
 * one leads nowhere, the variable one is tried. Two routes for the same requests are a defect.
 */
export const router = <R extends { readonly on: string }>(
  routes: readonly R[],
): ((method: string, path: string) => Match<R>) => {
  const trees = new Map<string, Tree<R>>()
  for (const route of routes) {
    const [method = '', path = ''] = route.on.split(' ')
    const tree = trees.get(method) ?? newTree<R>()
    trees.set(method, tree)
    plant(tree, path, route)
  }
  return (method, path) => {
    const segments = path.split('/')
    const tree = trees.get(method)
    return (tree && find(tree, segments)) ?? { allowed: methodsFor(trees, segments) }
  }
}

type Leaf<R> = { readonly route: R; readonly names: readonly string[] }
type Tree<R> = { readonly fixed: Map<string, Tree<R>>; variable: Tree<R> | undefined; leaf: Leaf<R> | undefined }
const newTree = <R>(): Tree<R> => ({ fixed: new Map(), variable: undefined, leaf: undefined })

/** Segments start at 1: the path's leading slash makes an empty first one. */
const find = <R>(tree: Tree<R>, segments: readonly string[], n = 1): Match<R> | undefined => {
  const segment = segments[n]
  if (segment === undefined) return tree.leaf && found(tree.leaf, segments)
  const fixed = tree.fixed.get(segment)
  const match = fixed && find(fixed, segments, n + 1)
  if (match || !tree.variable || segment === '') return match
  return find(tree.variable, segments, n + 1)
}

const found = <R>({ route, names }: Leaf<R>, segments: readonly string[]): Match<R> => ({ route, names, segments })

const methodsFor = <R>(trees: ReadonlyMap<string, Tree<R>>, segments: readonly string[]): readonly string[] =>
  [...trees].filter(([, tree]) => find(tree, segments)).map(([method]) => method)

const plant = <R extends { readonly on: string }>(tree: Tree<R>, path: string, route: R): void => {
  const names: string[] = []
  let at = tree
  for (const segment of path.split('/').slice(1)) {
    const name = /^\{(.+)\}$/.exec(segment)?.[1]
    names.push(name ?? '')
    at = name ? variableOf(at) : fixedOf(at, segment)
  }
  if (at.leaf) throw new Error(`${route.on} and ${at.leaf.route.on} are the same route`)
  at.leaf = { route, names }
}

const variableOf = <R>(tree: Tree<R>): Tree<R> => {
  tree.variable ??= newTree()
  return tree.variable
}

const fixedOf = <R>(tree: Tree<R>, segment: string): Tree<R> => {
  const next = tree.fixed.get(segment) ?? newTree<R>()
  tree.fixed.set(segment, next)
  return next
}
