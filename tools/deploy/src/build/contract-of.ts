import { existsSync } from 'node:fs'
import type { ServiceManifest } from '@awayday/manifest'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { JsonSchema } from '../gate/fits.ts'
import type { Contract } from './artifact.ts'

type Schemas = Readonly<Record<string, GenericSchema>>
type Written = {
  readonly contract: { readonly publishes?: Schemas; readonly consumes?: Readonly<Record<string, Schemas>> }
}

/** What a service's `contract.ts` says, as data. Undefined: it hears and tells nothing. */
export const contractOf = async ({ root }: ServiceManifest): Promise<Contract | undefined> => {
  const file = new URL('contract.ts', root)
  if (!existsSync(file)) return undefined
  const { contract } = (await import(file.href)) as Written
  const { publishes = {}, consumes = {} } = contract
  return {
    publishes: inJson(publishes),
    consumes: Object.fromEntries(Object.entries(consumes).map(([from, types]) => [from, inJson(types)])),
  }
}

/** As it travels: before anything is made of it. What no JSON Schema can say, such as that a text is a date, is left out. */
const inJson = (schemas: Schemas): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => {
      const { $schema: _, ...json } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })
      return [type, json as JsonSchema]
    }),
  )
