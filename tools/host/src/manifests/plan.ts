import { sourceOf } from '@awayday/bus'
import type { LiveField, ServiceManifest } from '@awayday/manifest'
import type { Target } from '../bus/dispatcher.ts'
import { functionsOf, type HostFunction } from '../functions/host-function.ts'
import { routesOf } from '../http/gateway.ts'
import { router } from '../http/router.ts'
import { eventPattern } from '../patterns/pattern.ts'
import { schedule } from '../schedules/expression.ts'
import type { Scheduled } from '../schedules/scheduler.ts'

/** What the manifests ask of the host, checked: everything here can be run. */
export type Plan = {
  readonly services: readonly ServiceManifest[]
  readonly functions: readonly HostFunction[]
  readonly byId: ReadonlyMap<string, HostFunction>
  readonly authorizer: HostFunction | undefined
  readonly targets: readonly Target[]
  readonly scheduled: readonly Scheduled[]
  readonly streams: readonly { readonly fn: HostFunction; readonly table: string }[]
  readonly live: readonly LiveField[]
  readonly web: URL | undefined
}

/** Reads the manifests. What the host does not simulate is refused by name, in one sentence, before anything starts. */
export const plan = (services: readonly ServiceManifest[], demo: boolean): Plan => {
  const functions = functionsOf(services, demo)
  const targets: Target[] = []
  const scheduled: Scheduled[] = []
  const streams: { fn: HostFunction; table: string }[] = []
  const live: LiveField[] = []
  const authorizers: HostFunction[] = []
  const guarded: HostFunction[] = []

  for (const fn of functions) {
    const { on } = fn.manifest
    switch (on.kind) {
      case 'http':
        checkRoutes(fn, on.routes)
        if (!on.open) guarded.push(fn)
        break
      case 'graphql':
        live.push(...on.live)
        guarded.push(fn)
        break
      case 'stream':
        streams.push({ fn, table: on.table })
        break
      case 'event':
        targets.push({ id: fn.id, pattern: named(fn, () => patternOf(on.from, on.types)) })
        break
      case 'schedule':
        scheduled.push({ id: fn.id, schedule: named(fn, () => schedule(on.expression)) })
        break
      case 'authorizer':
        authorizers.push(fn)
        break
      default: {
        const { kind }: { readonly kind: string } = on satisfies never
        throw new Error(`${fn.id}: the trigger "${kind}" is not simulated`)
      }
    }
  }

  router(routesOf(functions)) // two functions with the same route
  const [authorizer, second] = authorizers
  if (second) throw new Error(`${authorizer?.id} and ${second.id} are both authorizers; there is one in the product`)
  if (guarded[0] && !authorizer)
    throw new Error(`${guarded[0].id} needs a signed-in caller, and no function is an authorizer`)
  const [table] = streams.filter(({ table }) => table !== 'events')
  if (table)
    throw new Error(`${table.fn.id}: only the feed of the table "events" is simulated, not of "${table.table}"`)

  const byId = new Map(functions.map((fn) => [fn.id, fn]))
  return { services, functions, byId, authorizer, targets, scheduled, streams, live, web: webOf(services) }
}

/** What a manifest's event trigger becomes on a bus that others use as well. */
const patternOf = (from: string, types: readonly string[]) =>
  eventPattern({ source: [sourceOf(from)], 'detail-type': types })

/** Paths that are the host's own. */
const RESERVED = /^\S+ \/(?:graphql|healthz|readyz|version|problems|_host)(?:\/|$)/

const checkRoutes = (fn: HostFunction, routes: readonly string[]): void =>
  named(fn, () => {
    router(routes.map((route) => [route, fn]))
    const taken = routes.find((route) => RESERVED.test(route))
    if (taken) throw new Error(`"${taken}" is a path of the host itself`)
  })

const named = <T>(fn: HostFunction, read: () => T): T => {
  try {
    return read()
  } catch (trouble) {
    throw new Error(`${fn.id}: ${trouble instanceof Error ? trouble.message : trouble}`, { cause: trouble })
  }
}

const webOf = (services: readonly ServiceManifest[]): URL | undefined => {
  const [first, second] = services.filter(({ web }) => web)
  if (second) throw new Error(`${first?.name} and ${second.name} both have a web app; the host serves one`)
  return first?.web && new URL(`${first.web.folder.replace(/\/$/, '')}/`, first.root)
}
