import { unreachable } from '@awayday/kernel'
import { type GraphQLResolveInfo, Kind, print, type SelectionNode, type SelectionSetNode } from 'graphql'

/** What AppSync hands a function that resolves a field directly. */
export type ResolverEvent = {
  readonly arguments: Readonly<Record<string, unknown>>
  readonly identity: { readonly resolverContext: unknown }
  readonly source: unknown
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly domainName: null }
  readonly prev: null
  readonly info: {
    readonly fieldName: string
    readonly parentTypeName: string
    readonly variables: Readonly<Record<string, unknown>>
    /** `id`, `team/name`: an aliased field by its alias. */
    readonly selectionSetList: readonly string[]
    readonly selectionSetGraphQL: string
  }
  readonly stash: Readonly<Record<string, never>>
}

export const resolverEvent = (
  source: unknown,
  args: Readonly<Record<string, unknown>>,
  caller: { readonly resolverContext: unknown; readonly headers: Readonly<Record<string, string>> },
  info: GraphQLResolveInfo,
): ResolverEvent => ({
  arguments: args,
  identity: { resolverContext: caller.resolverContext },
  source: source ?? null,
  request: { headers: caller.headers, domainName: null },
  prev: null,
  info: {
    fieldName: info.fieldName,
    parentTypeName: info.parentType.name,
    variables: { ...info.variableValues.coerced },
    selectionSetList: [...new Set(info.fieldNodes.flatMap((node) => paths(node.selectionSet, '', info)))],
    selectionSetGraphQL: info.fieldNodes
      .map(({ selectionSet }) => (selectionSet ? print(selectionSet) : ''))
      .join('\n'),
  },
  stash: {},
})

const paths = (set: SelectionSetNode | undefined, parent: string, info: GraphQLResolveInfo): readonly string[] =>
  (set?.selections ?? []).flatMap((selection) => pathsOf(selection, parent, info))

const pathsOf = (selection: SelectionNode, parent: string, info: GraphQLResolveInfo): readonly string[] => {
  switch (selection.kind) {
    case Kind.FIELD: {
      const path = `${parent}${(selection.alias ?? selection.name).value}`
      return [path, ...paths(selection.selectionSet, `${path}/`, info)]
    }
    case Kind.INLINE_FRAGMENT:
      return paths(selection.selectionSet, parent, info)
    case Kind.FRAGMENT_SPREAD:
      return paths(info.fragments[selection.name.value]?.selectionSet, parent, info)
    default:
      return unreachable(selection)
  }
}
