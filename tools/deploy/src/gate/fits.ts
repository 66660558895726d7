/** JSON Schema, as far as events are told in it. */
export type JsonSchema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}

/** One sentence for each member that somebody needs and is not given, or not as it is needed. More than is needed does no harm. */
export const misfits = (given: JsonSchema, needed: JsonSchema, path: string): readonly string[] => {
  if (given.anyOf) return given.anyOf.flatMap((each) => misfits(each, needed, path))
  if (needed.anyOf) {
    const tried = needed.anyOf.map((each) => misfits(given, each, path))
    return tried.some((each) => each.length === 0) ? [] : [`${path} is ${named(given)}, and ${named(needed)} is needed`]
  }
  const values = valuesOf(needed)
  if (values) {
    const others = valuesOf(given)?.filter((value) => !values.includes(value))
    return others?.length === 0 ? [] : [`${path} is ${named(given)}, and ${named(needed)} is needed`]
  }
  if (needed.type && given.type !== needed.type && !(needed.type === 'number' && given.type === 'integer'))
    return [`${path} is ${named(given)}, and ${named(needed)} is needed`]
  if (needed.items) return misfits(given.items ?? {}, needed.items, `${path}[]`)
  return Object.entries(needed.properties ?? {}).flatMap(([name, member]) => {
    const own = given.properties?.[name]
    const isNeeded = needed.required?.includes(name) ?? false
    if (!own) return isNeeded ? [`${path}.${name} is not published`] : []
    const always = !isNeeded || given.required?.includes(name)
    return [...(always ? [] : [`${path}.${name} is not always published`]), ...misfits(own, member, `${path}.${name}`)]
  })
}

const valuesOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  schema.enum ?? ('const' in schema ? [schema.const] : undefined)

const named = (schema: JsonSchema): string => {
  const values = valuesOf(schema)
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ')
  return schema.anyOf ? schema.anyOf.map(named).join(' or ') : (schema.type ?? 'anything')
}
