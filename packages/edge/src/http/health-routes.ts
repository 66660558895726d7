import { type EventStore, type StoreName, stream } from '@awayday/event-sourcing'
import { ok, type TenantId } from '@awayday/kernel'
import type { EdgeWorld } from '../world.ts'
import { type AnyRoute, route } from './route.ts'

type HealthWorld = EdgeWorld & { readonly home: StoreName; readonly store: Pick<EventStore, 'read'> }

/**
 * The routes of a service's function `health`, open to all, as they tell nothing of any company: `healthz`, it runs and its
 * settings are right; `readyz`, its store answers as well; `version`, which build it is. What is not well is a 503.
 */
export const healthRoutes = (
  service: string,
  { AWAYDAY_VERSION: version = 'source' }: NodeJS.ProcessEnv,
): readonly AnyRoute<HealthWorld>[] => [
  route({ on: `GET /${service}/healthz`, open: true, problems: {}, run: async () => answer({ status: 'ok' }) }),
  route({
    on: `GET /${service}/readyz`,
    open: true,
    problems: {},
    run: async ({ home, store }: HealthWorld) => {
      await store.read(nothing) // where the store does not answer, the edge says so
      return answer({ status: 'ok', store: home })
    },
  }),
  route({ on: `GET /${service}/version`, open: true, problems: {}, run: async () => answer({ service, version }) }),
]

/** A stream that no company has. */
const nothing = stream('readyz' as TenantId, 'readyz', 'readyz')

const answer = (body: object) => ok({ status: 200, body })
