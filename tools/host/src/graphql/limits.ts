import { unreachable } from '@awayday/kernel'
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** Below what AppSync takes (10,000 resolver runs a request), far above what the dashboard asks. */
export const TOKENS_MAX = 2_000
export const DEPTH_MAX = 12
export const ALIASES_MAX = 30
export const FIELDS_MAX = 1_000

type Size = { readonly depth: number; readonly fields: number }

/**
 * Refuses what is too deep, has too many aliases, or too many fields once its fragments are written out (fragments within
 * fragments grow by powers). Introspection has a depth limit of its own among the standard rules.
 */
export const sizeLimits: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const measured = measure(context.getDocument())
  let aliases = 0
  return {
    OperationDefinition: (operation) => {
      const { depth, fields } = measured(operation.selectionSet)
      if (depth > DEPTH_MAX) refuse(context, `The query is deeper than ${DEPTH_MAX} levels.`)
      if (fields > FIELDS_MAX) refuse(context, `The query asks for more than ${FIELDS_MAX} fields.`)
    },
    Field: (field) => {
      if (!field.alias) return
      aliases += 1
      if (aliases === ALIASES_MAX + 1) refuse(context, `The query has more than ${ALIASES_MAX} aliases.`)
    },
  }
}

/** What changes is told over WebSocket. */
export const noSubscriptions: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: ({ operation }) => {
    if (operation === OperationTypeNode.SUBSCRIPTION)
      context.reportError(new GraphQLError('One subscribes over WebSocket, at /graphql/realtime.'))
  },
})

const refuse = (context: ValidationContext, message: string): void =>
  context.reportError(new GraphQLError(message, { extensions: { code: 'TOO_LARGE' } }))

const NOTHING: Size = { depth: 0, fields: 0 }

/** Each fragment is measured once, so that measuring is never what is too expensive. */
const measure = (document: DocumentNode): ((set: SelectionSetNode) => Size) => {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  )
  const known = new Map<string, Size>()

  const ofFragment = (name: string): Size => {
    const measured = known.get(name)
    if (measured) return measured
    known.set(name, NOTHING) // a cycle ends here; another rule refuses it
    const set = fragments.get(name)
    const size = set ? ofSet(set) : NOTHING
    known.set(name, size)
    return size
  }

  const ofSelection = (selection: SelectionNode): Size => {
    switch (selection.kind) {
      case Kind.FIELD: {
        if (selection.name.value.startsWith('__')) return NOTHING
        const inside = selection.selectionSet ? ofSet(selection.selectionSet) : NOTHING
        return { depth: inside.depth + 1, fields: inside.fields + 1 }
      }
      case Kind.INLINE_FRAGMENT:
        return ofSet(selection.selectionSet)
      case Kind.FRAGMENT_SPREAD:
        return ofFragment(selection.name.value)
      default:
        return unreachable(selection)
    }
  }

  const ofSet = ({ selections }: SelectionSetNode): Size =>
    selections
      .map(ofSelection)
      .reduce((a, b) => ({ depth: Math.max(a.depth, b.depth), fields: a.fields + b.fields }), NOTHING)

  return ofSet
}
