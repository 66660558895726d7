import { didYouMean } from '@awayday/kernel'
import * as v from 'valibot'

/**
 * A schema with what it means, for people. The words stand before any transformation: what follows one does not reach
 * the JSON Schema, which describes what is written.
 */
export const described = <Schema extends v.GenericSchema>(text: string, schema: Schema): Schema => {
  const [first, ...rest] = flat(schema).filter((item) => !('type' in item) || item.type !== 'description')
  return { ...schema, pipe: [first, v.description(text), ...rest] } as Schema
}

/** A setting that may be left out; `standard` is what then holds, as it would be written. */
export const setting = <Schema extends v.GenericSchema, const Standard extends v.InferInput<Schema>>(
  text: string,
  schema: Schema,
  standard: Standard,
) => v.optional(described(text, schema), standard)

/** A member that may be left out, and then is not there: null. */
export const maybe = <Schema extends v.GenericSchema>(text: string, schema: Schema) =>
  v.optional(described(text, v.nullable(schema)), null)

/** An object of which every member is known; an unknown one is refused, each by itself, with the word that was probably meant. */
export const fields = <Entries extends v.ObjectEntries>(entries: Entries) => {
  const known = Object.keys(entries)
  const strict = v.strictObject(entries, ({ expected }) =>
    expected?.startsWith('"') ? 'is missing' : 'is not an object',
  )
  const run: (typeof strict)['~run'] = (dataset, config) => {
    const input = dataset.value
    if (!isObject(input)) return strict['~run']({ value: null }, config)
    const unknown = Object.keys(input).filter((key) => !Object.hasOwn(entries, key))
    const own = Object.fromEntries(known.filter((key) => Object.hasOwn(input, key)).map((key) => [key, input[key]]))
    const done = strict['~run']({ value: own }, config)
    const issues = unknown.map((key) => notKnown(input, key, known))
    const all = [...(done.issues ?? []), ...issues]
    return {
      typed: done.typed && issues.length === 0,
      value: done.value,
      ...(all.length > 0 ? { issues: all } : {}),
    } as typeof done
  }
  return { ...strict, '~run': run }
}

/** Things by their names, or by another key. */
export const byKey = <Key extends v.GenericSchema<string, string>, Schema extends v.GenericSchema>(
  key: Key,
  schema: Schema,
) => {
  const record = v.record(key, schema, 'is not an object')
  const run: (typeof record)['~run'] = (dataset, config) =>
    record['~run'](isObject(dataset.value) ? dataset : { value: null }, config)
  return { ...record, '~run': run }
}

/** One of these words. */
export const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, ({ input }) => noneOf(options, input))

export const noneOf = (options: readonly string[], input: unknown): string =>
  `is none of ${options.map((option) => `"${option}"`).join(', ')}${typeof input === 'string' ? didYouMean(input, options) : ''}`

/**
 * One of several forms. Of what is wrong, people hear what is wrong with the form they meant: of an object's forms the one
 * with the fewest mistakes; else all forms in the words of `otherwise`.
 */
export const either = <const Options extends v.UnionOptions>(options: Options, otherwise: string) => {
  const union = v.union(options, otherwise)
  const run: (typeof union)['~run'] = (dataset, config) => {
    const { value } = dataset
    const done = union['~run'](dataset, config)
    if (!done.issues) return done
    if (typeof value !== 'object' || value === null) return done
    const meant = options
      .map((option) => option['~run']({ value }, config))
      .filter(({ issues }) => !issues?.some(({ kind, path }) => kind === 'schema' && !path))
      .sort((a, b) => mistakes(a.issues) - mistakes(b.issues))[0]
    return (meant ?? done) as typeof done
  }
  return { ...union, '~run': run }
}

/** Text that names a value, or says why it does not. */
export const written = <T>(shape: string, parse: (text: string) => T | undefined) =>
  v.pipe(
    v.string(`is not ${shape}`),
    v.title(shape),
    v.check((text) => parse(text) !== undefined, `is not ${shape}`),
    v.transform((text) => parse(text) as T),
  )

/** What is not there or not known says more than a wrong value that this was not the form that was meant; a word that is nearly right says less. */
const mistakes = (issues: readonly v.BaseIssue<unknown>[] = []): number =>
  issues.reduce(
    (sum, { type, message }) => sum + (type !== 'strict_object' || message.includes('did you mean') ? 2 : 3),
    0,
  )

type Item = v.PipeItem<unknown, unknown, v.BaseIssue<unknown>> | v.GenericSchema

const flat = (item: Item): readonly Item[] =>
  'pipe' in item && Array.isArray(item.pipe) ? item.pipe.flatMap((inner: Item) => flat(inner)) : [item]

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

const notKnown = (input: Readonly<Record<string, unknown>>, key: string, known: readonly string[]) => ({
  kind: 'schema' as const,
  type: 'strict_object',
  input: key,
  expected: 'never',
  received: `"${key}"`,
  message: `is not known here${didYouMean(key, known) || `; known are ${known.map((one) => `"${one}"`).join(', ')}`}`,
  path: [{ type: 'object' as const, origin: 'key' as const, input, key, value: input[key] }],
})
