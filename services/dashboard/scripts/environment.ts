import { readFile } from 'node:fs/promises'
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

/** The services whose fields the dashboard asks for. */
const services = ['directory', 'leave']

/** Where the types that gql.tada reads are kept. Committed, so that the editor and the compiler need no step before them. */
export const environmentFile = new URL('../src/api/graphql-env.d.ts', import.meta.url)

/** The joined schema as TypeScript types. */
export const environment = async (): Promise<string> => {
  const sdl = await Promise.all(
    services.map((service) => readFile(new URL(`../../${service}/schema.graphql`, import.meta.url), 'utf8')),
  )
  const introspection = introspectionFromSchema(buildSchema(sdl.join('\n')), { descriptions: false })
  return outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  })
}
