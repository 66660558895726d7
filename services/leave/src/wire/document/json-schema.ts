import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'

/** What a JSON Schema of ours is made of. */
export type JsonSchema = {
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly additionalProperties?: JsonSchema | false
}

/** The JSON Schema (draft 2020-12) of what people write. Checks that need more than shape are not in it. */
export const jsonSchemaOf = (schema: GenericSchema): JsonSchema =>
  JSON.parse(JSON.stringify(toJsonSchema(schema, { typeMode: 'input', target: 'draft-2020-12', errorMode: 'ignore' })))
