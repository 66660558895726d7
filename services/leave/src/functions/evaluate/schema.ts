import { document } from '#wire/document/document.ts'
import { type JsonSchema, jsonSchemaOf } from '#wire/document/json-schema.ts'

/** Of a whole document. */
export const documentSchema = (): JsonSchema => jsonSchemaOf(document)
