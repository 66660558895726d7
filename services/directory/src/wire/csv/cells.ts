import * as v from 'valibot'

/** A cell that says something; and one that may be empty: null. `text` is what the page about files tells of it. */
export const said = <Schema extends v.GenericSchema<string, unknown>>(text: string, schema: Schema) =>
  v.pipe(v.string(), v.trim(), schema, v.description(text))
export const maybe = <Schema extends v.GenericSchema<string, unknown>>(text: string, schema: Schema) =>
  v.optional(v.nullable(said(text, schema)), null)
