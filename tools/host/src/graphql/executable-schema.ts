import { readFile } from 'node:fs/promises'
import type { LiveField, ServiceManifest } from '@awayday/manifest'
import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { HostFunction } from '../functions/host-function.ts'
import type { Invoke } from '../functions/invoke.ts'
import { joinSchemas } from './join-schemas.ts'
import type { Listener, Live } from './live.ts'
import { resolverEvent } from './resolver-event.ts'

/** What the host knows about who asks, in every resolver. */
export type CallerContext = {
  readonly resolverContext: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** What a subscription's field is handed: who listens, and for how long. */
export type ListenerContext = CallerContext & { readonly listener: Listener; readonly stop: AbortSignal }

type Resolver = GraphQLFieldResolver<unknown, CallerContext>

/** The services' schemas joined, every Query and Mutation field answered by its service's function, every Subscription by the bus. */
export const executableSchema = async (
  services: readonly ServiceManifest[],
  functions: readonly HostFunction[],
  fields: readonly LiveField[],
  invoke: Invoke,
  live: Live,
): Promise<GraphQLSchema> => {
  const { schema, owners } = joinSchemas(await readSchemas(services, functions))
  const byService = new Map(functions.filter(isGraphql).map((fn) => [fn.service, fn]))
  const liveFields = new Set(fields.map(({ field }) => field))

  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) {
      const fn = byService.get(owners.get(`${root?.name}.${field.name}`) ?? '')
      if (fn) field.resolve = direct(fn, invoke) as typeof field.resolve & {}
    }

  const subscriptions = schema.getSubscriptionType()?.getFields() ?? {}
  for (const name of liveFields)
    if (!subscriptions[name]) throw new Error(`the live field ${name} is no field of Subscription`)
  for (const field of Object.values(subscriptions)) {
    if (!liveFields.has(field.name)) throw new Error(`Subscription.${field.name} has no live field in a manifest`)
    field.subscribe = (_source, _args, { listener, stop }: ListenerContext) =>
      live.subscribe(field.name, listener, stop)
    field.resolve = (payload) => payload
  }
  return schema
}

/** The files of all services that have a graphql function. */
export const readSchemas = (services: readonly ServiceManifest[], functions: readonly HostFunction[]) =>
  Promise.all(
    functions.filter(isGraphql).map(async ({ service, manifest }) => {
      const root = services.find(({ name }) => name === service)?.root
      const file = manifest.on.kind === 'graphql' ? manifest.on.schema : ''
      return { service, sdl: await readFile(new URL(file, root), 'utf8') }
    }),
  )

const isGraphql = ({ manifest }: HostFunction): boolean => manifest.on.kind === 'graphql'

/** A direct resolver passes an error's message on; ours says nothing, as nothing of a defect should leave. */
const direct =
  (fn: HostFunction, invoke: Invoke): Resolver =>
  async (source, args, context, info) => {
    const event = resolverEvent(source, args, context, info)
    return invoke(fn, event, `${event.info.parentTypeName}.${event.info.fieldName}`).catch(() => {
      throw new GraphQLError('Something went wrong.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
    })
  }
