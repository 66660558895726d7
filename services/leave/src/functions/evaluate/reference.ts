import type { JsonSchema } from '#wire/document/json-schema.ts'
import { documentSchema } from './schema.ts'

/** Every setting of a document, for people: one table for each object, made from the schema, so that it cannot say something else. */
export const reference = (): string => {
  const tables: string[] = []
  const seen = new Map<string, string>()
  const visit = (path: string, schema: JsonSchema): void => {
    for (const object of objectsIn(schema)) {
      const known = seen.get(JSON.stringify(object))
      if (known !== undefined) {
        if (known !== path) tables.push(`## ${path}${told(object)}\n\nAs \`${known}\`.\n`)
        continue
      }
      seen.set(JSON.stringify(object), path)
      tables.push(tableOf(path, object))
      for (const [name, member] of Object.entries(object.properties ?? {}))
        visit(path ? `${path}.${name}` : name, member)
    }
    for (const inner of elementsOf(schema)) visit(`${path}[]`, inner)
    for (const inner of valuesOf(schema)) visit(`${path}.NAME`, inner)
  }
  visit('', documentSchema())
  return `${HEAD}\n${tables.join('\n')}`
}

const HEAD = `# Every setting of an evaluated document

Made by \`pnpm leave reference\`; what each form means is said in [leave-evaluate.md](leave-evaluate.md). \`[]\` stands for each member of a list,
\`NAME\` for each name. What has no default and is not **needed** may be left out.
`

const tableOf = (path: string, object: JsonSchema): string => {
  const rows = Object.entries(object.properties ?? {}).map(([name, member]) => {
    const needed = object.required?.includes(name) ? '**needed**' : defaultOf(member)
    return `| \`${name}\` | ${cell(formOf(member))} | ${cell(needed)} | ${cell(member.description ?? '')} |`
  })
  const heading = path === '' ? '## The document' : `## ${path}${told(object)}`
  return `${heading}\n\n| member | form | default | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

/** Questions, rules and other objects of several kinds are told apart by a constant. */
const told = ({ properties = {} }: JsonSchema): string => {
  const kind = Object.entries(properties).find(
    ([, { const: constant, enum: options }]) => constant !== undefined || options?.length === 1,
  )
  const word = kind?.[1].const ?? kind?.[1].enum?.[0]
  return kind ? `, \`"${kind[0]}": ${JSON.stringify(word)}\`` : ''
}

const defaultOf = (schema: JsonSchema): string => {
  const { default: standard } = schema
  if (standard === undefined) return ''
  const isObject = typeof standard === 'object' && standard !== null && !Array.isArray(standard)
  return isObject && objectsIn(schema).length > 0 ? 'as there' : `\`${JSON.stringify(standard)}\``
}

const formOf = (schema: JsonSchema): string => {
  if (schema.title) return schema.title
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum) return schema.enum.map((word) => `\`${JSON.stringify(word)}\``).join(', ')
  const forms = formsOf(schema)
  if (forms.length > 0) return [...new Set(forms.map(formOf))].join(', or ')
  switch (schema.type) {
    case 'array':
      return schema.prefixItems
        ? `[${schema.prefixItems.map(formOf).join(', ')}]`
        : `list: ${formOf(schema.items || {})}`
    case 'integer':
      return `whole number from ${schema.minimum} to ${schema.maximum}`
    case 'object':
      return schema.properties ? objectText(schema) : 'object by name'
    case 'null':
      return '`null`'
    case 'string':
      return 'text'
    case 'boolean':
      return '`true`, `false`'
    default:
      return schema.type ?? 'anything'
  }
}

const objectText = ({ properties = {} }: JsonSchema): string => {
  const names = Object.keys(properties)
  return names.length > 3 ? 'object' : `{${names.map((name) => `\`"${name}"\``).join(', ')}}`
}

const formsOf = ({ anyOf = [], oneOf = [] }: JsonSchema): readonly JsonSchema[] => [...anyOf, ...oneOf]

/** The objects that a value may be, whatever else it may be. */
const objectsIn = (schema: JsonSchema): readonly JsonSchema[] =>
  schema.properties ? [schema] : formsOf(schema).flatMap(objectsIn)

const elementsOf = (schema: JsonSchema): readonly JsonSchema[] =>
  schema.items ? [schema.items] : formsOf(schema).flatMap(elementsOf)

const valuesOf = (schema: JsonSchema): readonly JsonSchema[] =>
  schema.additionalProperties ? [schema.additionalProperties] : formsOf(schema).flatMap(valuesOf)

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
