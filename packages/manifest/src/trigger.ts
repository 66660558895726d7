/** What starts a function. */
export type Trigger =
  /** HTTP API v2 routes, `METHOD /path/{id}` or `ANY /path/{proxy+}`. `open`: without a bearer token. */
  | { readonly kind: 'http'; readonly routes: readonly string[]; readonly open?: true }
  /** Direct resolvers for every Query and Mutation field of the service's schema file (a path from the service's folder). */
  | { readonly kind: 'graphql'; readonly schema: string; readonly live: readonly LiveField[] }
  /** Batches of appended records of one of the service's event tables. */
  | { readonly kind: 'stream'; readonly table: string }
  /** Integration events of another (or the same) service, by detail type. */
  | { readonly kind: 'event'; readonly from: string; readonly types: readonly string[] }
  /** EventBridge Scheduler: `rate(5 minutes)` or `cron(0 3 * * ? *)`, in UTC. */
  | { readonly kind: 'schedule'; readonly expression: string }
  /** Turns a bearer token into an actor, for HTTP and GraphQL alike. One in the whole product. */
  | { readonly kind: 'authorizer' }

/**
 * A Subscription field fed by an integration event: each event reaches the subscribers of its tenant who are named in
 * `detail.data.audience` (person ids) or hold the role admin. The payload is `detail.data` without the audience.
 */
export type LiveField = { readonly field: string; readonly from: string; readonly type: string }

export const http = (...routes: readonly string[]): Trigger => ({ kind: 'http', routes })
export const openHttp = (...routes: readonly string[]): Trigger => ({ kind: 'http', routes, open: true })
/** What every service tells of itself, under its own name: that it lives, that it can work, and which build it is. */
export const health = (service: string): Trigger => openHttp(...HEALTH.map((what) => `GET /${service}/${what}`))
const HEALTH = ['healthz', 'readyz', 'version'] as const
export const graphql = (schema: string, live: readonly LiveField[] = []): Trigger => ({ kind: 'graphql', schema, live })
export const stream = (table: string): Trigger => ({ kind: 'stream', table })
export const schedule = (expression: string): Trigger => ({ kind: 'schedule', expression })
export const authorizer = (): Trigger => ({ kind: 'authorizer' })
export const event = <Types extends readonly string[]>(
  published: { readonly source: string; readonly types: Types },
  types: readonly Types[number][],
): Trigger => ({ kind: 'event', from: published.source, types })
