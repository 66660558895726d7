import type { Actor, ProblemDocument } from '@awayday/kernel'
import type { Host } from '../start-host.ts'

/** Asks a service as its GraphQL API does, and answers what the field answers. The host vouches for the actor. */
export const resolver =
  (host: Pick<Host, 'invoke'>, service: string) =>
  async (actor: Actor, name: `${'Query' | 'Mutation'}.${string}`, args: Readonly<Record<string, unknown>>) => {
    const [parentTypeName, fieldName] = name.split('.')
    return (await host.invoke(`${service}/graphql`, {
      arguments: args,
      identity: { resolverContext: { ...actor, roles: actor.roles.join(',') } },
      source: null,
      request: { headers: {}, domainName: null },
      prev: null,
      info: { fieldName, parentTypeName, variables: {}, selectionSetList: [], selectionSetGraphQL: '' },
      stash: {},
    })) as Readonly<Record<string, unknown>> & { readonly problem?: ProblemDocument | null }
  }
