import { joinSchemas } from '@awayday/host/schema'
import { type GraphQLSchema, parse, validate } from 'graphql'
import type { ServiceArtifact } from '../build/artifact.ts'
import { misfits } from './fits.ts'

/**
 * Whether a set of services fits together: what one publishes and another relies on, the schemas that become one, and what the web
 * app asks. One sentence for whatever breaks, by its name. It holds for going back as well as on: these artifacts, and no others.
 */
export const gate = (services: readonly ServiceArtifact[]): readonly string[] => [
  ...services.flatMap((consumer) => eventsOf(consumer, services)),
  ...graphOf(services),
]

const eventsOf = ({ manifest, contract }: ServiceArtifact, services: readonly ServiceArtifact[]): readonly string[] =>
  Object.entries(contract?.consumes ?? {}).flatMap(([from, types]) => {
    const publisher = services.find((service) => service.manifest.name === from)
    if (!publisher) return [`${manifest.name} relies on what ${from} publishes, which is not among these services`]
    return Object.entries(types).flatMap(([type, needed]) => {
      const given = publisher.contract?.publishes?.[type]
      const troubles = given ? misfits(given, needed, type) : [`${type} is not published`]
      return troubles.map((trouble) => `${manifest.name} relies on what ${from} publishes: ${trouble}`)
    })
  })

const graphOf = (services: readonly ServiceArtifact[]): readonly string[] => {
  const schemas = services.flatMap(({ manifest, schema }) => (schema ? [{ service: manifest.name, sdl: schema }] : []))
  try {
    const { schema } = joinSchemas(schemas)
    return services.flatMap((service) => [...liveOf(service, schema), ...operationsOf(service, schema)])
  } catch (trouble) {
    return [`the schemas do not become one: ${trouble instanceof Error ? trouble.message : trouble}`]
  }
}

/** A live field hands on what an event says: every member of it must be published. */
const liveOf = ({ manifest, contract }: ServiceArtifact, schema: GraphQLSchema): readonly string[] =>
  Object.values(manifest.functions).flatMap(({ on }) =>
    (on.kind === 'graphql' ? on.live : []).flatMap(({ field, from, type }) => {
      if (from !== manifest.name) return []
      const payload = schema.getSubscriptionType()?.getFields()[field]?.type.toString() ?? ''
      const shown = schema.getType(payload)
      const members = shown && 'getFields' in shown ? Object.keys(shown.getFields()) : []
      const given = contract?.publishes?.[type]?.required ?? []
      return ['audience', ...members]
        .filter((member) => !given.includes(member))
        .map((member) => `Subscription.${field} hands on ${type}.${member}, which ${from} does not publish`)
    }),
  )

const operationsOf = ({ manifest, operations = [] }: ServiceArtifact, schema: GraphQLSchema): readonly string[] =>
  operations.flatMap((operation) =>
    validate(schema, parse(operation)).map(({ message }) => `what ${manifest.name} asks: ${message}`),
  )
