import { setTimeout as sleep } from 'node:timers/promises'
import { isUnavailable } from '@awayday/event-sourcing'
import type { Actor, ProblemDocument } from '@awayday/kernel'
import type { Host } from '../start-host.ts'

type Answer = Readonly<Record<string, unknown>> & { readonly problem?: ProblemDocument | null }

/**
 * Asks a service as its GraphQL API does, and answers what the field answers. The host vouches for the actor. A store that is busy is asked
 * again for a minute, as a page would: whoever seeds uses the same key each time.
 */
export const resolver =
  (host: Pick<Host, 'invoke'>, service: string) =>
  async (actor: Actor, name: `${'Query' | 'Mutation'}.${string}`, args: Readonly<Record<string, unknown>>) => {
    const [parentTypeName, fieldName] = name.split('.')
    const until = performance.now() + PATIENCE_MS
    for (;;)
      try {
        return (await host.invoke(`${service}/graphql`, {
          arguments: args,
          identity: { resolverContext: { ...actor, roles: actor.roles.join(',') } },
          source: null,
          request: { headers: {}, domainName: null },
          prev: null,
          info: { fieldName, parentTypeName, variables: {}, selectionSetList: [], selectionSetGraphQL: '' },
          stash: {},
        })) as Answer
      } catch (trouble) {
        if (!isUnavailable(trouble) || performance.now() > until) throw trouble
        await sleep(PAUSE_MS)
      }
  }

const PATIENCE_MS = 60_000
const PAUSE_MS = 500
