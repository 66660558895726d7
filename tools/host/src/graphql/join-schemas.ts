import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  printSchema,
} from 'graphql'

export type ServiceSchema = { readonly service: string; readonly sdl: string }

/** Which service answers a field: by `Query.me`. */
export type Owners = ReadonlyMap<string, string>

/**
 * One schema from the services' files. A service extends Query and Mutation, or defines them; here they are all one. Two
 * services that declare the same type or field are refused by name.
 */
export const joinSchemas = (
  schemas: readonly ServiceSchema[],
): { readonly schema: GraphQLSchema; readonly owners: Owners } => {
  const owners = new Map<string, string>()
  const seen = new Set<string>()
  const definitions = schemas.flatMap(({ service, sdl }) =>
    parse(sdl).definitions.map((definition) => {
      claim(definition, service, owners)
      return asExtension(definition, seen)
    }),
  )
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions }
  return { schema: buildASTSchema(document), owners }
}

/** The joined schema as text: what a client's types are made from. */
export const printJoined = (schemas: readonly ServiceSchema[]): string => printSchema(joinSchemas(schemas).schema)

const ROOTS = new Set(['Query', 'Mutation', 'Subscription'])

const claim = (definition: DefinitionNode, service: string, owners: Map<string, string>): void => {
  const isType = definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
  if (!isType || !ROOTS.has(definition.name.value)) return
  for (const { name } of definition.fields ?? []) {
    const field = `${definition.name.value}.${name.value}`
    const owner = owners.get(field)
    if (owner !== undefined) throw new Error(`${field} is declared by ${owner} and by ${service}`)
    owners.set(field, service)
  }
}

/** The first Query becomes the definition, later ones extend it, whichever way each is written. */
const asExtension = (definition: DefinitionNode, seen: Set<string>): DefinitionNode => {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
    return definition
  const name = definition.name.value
  if (!ROOTS.has(name)) return definition
  const { directives = [], fields = [], interfaces = [] } = definition
  const first = !seen.has(name)
  seen.add(name)
  return {
    kind: first ? Kind.OBJECT_TYPE_DEFINITION : Kind.OBJECT_TYPE_EXTENSION,
    name: definition.name,
    directives,
    fields,
    interfaces,
  }
}
