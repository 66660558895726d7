import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { closeLocalBus, openLocalBus } from '@awayday/bus/local'
import { type Clock, processClock } from '@awayday/clock'
import type { Instant } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { deliveryTable } from './bus/delivery-table.ts'
import { dispatcher } from './bus/dispatcher.ts'
import { moveClock, restoreClock } from './clock/host-clock.ts'
import { hostPages } from './console/host-pages.ts'
import { fromSource } from './functions/from-source.ts'
import { inTurn } from './functions/in-turn.ts'
import { invocationLog } from './functions/invocations.ts'
import { invoker } from './functions/invoke.ts'
import { lazyGraphql } from './graphql/lazy-graphql.ts'
import { live } from './graphql/live.ts'
import { authorizer } from './http/authorizer.ts'
import { gateway } from './http/gateway.ts'
import { close, listen } from './http/listen.ts'
import { isLocal, localOnly } from './http/local-only.ts'
import { firstOf } from './http/pages.ts'
import { httpServer } from './http/server.ts'
import { plan } from './manifests/plan.ts'
import { openZips } from './runtime/open-zips.ts'
import { scheduler } from './schedules/scheduler.ts'
import { openHostDatabase } from './state/host-database.ts'
import { settings as openSettings } from './state/settings.ts'
import { ticker } from './state/ticker.ts'
import { openFeeds } from './streams/open-feeds.ts'
import { healthPages } from './web/health-pages.ts'
import { plainPages } from './web/plain-pages.ts'
import { webFiles } from './web/web-files.ts'

export type HostOptions = {
  readonly services: readonly ServiceManifest[]
  /** Set in the process's environment, where functions look. `AWAYDAY_DATA_DIR` and `AWAYDAY_SECRET` are needed. */
  readonly env: Readonly<Record<string, string>>
  /** Where to listen; only on this machine unless told: nothing the host serves is meant for another. */
  readonly host?: string
  /** 0: any that is free. */
  readonly port: number
  /** With the host's own pages, the demo functions and a clock that can be moved. */
  readonly demo: boolean
  /** In demo mode: what the clock says at the start, instead of where it was left. */
  readonly now?: Instant
  /** A folder of `pnpm build`: functions run from their zips, each in processes of its own. */
  readonly zips?: string
  /** What the web app's files wait for: a build that is under way. */
  readonly webReady?: Promise<void>
}

export type Host = AsyncDisposable & {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  readonly clock: Clock
  /** Runs a function by its id (`leave/api`) with an event of its trigger's shape. */
  invoke(id: string, event: unknown): Promise<unknown>
  /** Everything that follows: schedules, deliveries, retries that became due. */
  travelTo(instant: Instant): void
  /** Resolves when no event waits for a first try; what failed comes again by the clock. */
  settled(): Promise<void>
}

/**
 * Every function of every manifest, in this process unless it has a zip, behind HTTP. One host at a time in a process: functions
 * read the process's environment and clock, once.
 */
export const startHost = async ({
  services,
  env,
  host,
  port,
  demo,
  now,
  zips,
  webReady,
}: HostOptions): Promise<Host> => {
  const planned = plan(services, demo)
  Object.assign(process.env, env, {
    AWAYDAY_BUS: 'local',
    AWAYDAY_GRANTS: 'checked',
    ...(demo && { AWAYDAY_DEMO: '1' }),
  })
  const dataDir = process.env['AWAYDAY_DATA_DIR'] ?? '.awayday'

  await using opened = new AsyncDisposableStack()
  const bus = openLocalBus(dataDir)
  opened.defer(() => closeLocalBus(dataDir))
  const db = opened.adopt(openHostDatabase(bus, dataDir), (own) => {
    if (own !== bus.db) own.close()
  })
  const settings = openSettings(db)
  if (demo) restoreClock(settings)
  if (demo && now) moveClock(settings, now)

  const invocations = invocationLog()
  const processes = zips === undefined ? undefined : opened.use(await openZips(zips, dataDir, bus))
  const invoke = invoker(nowMs, invocations, inTurn(processes?.run ?? fromSource()))
  const run = (id: string, event: unknown, cause: string): Promise<unknown> => {
    const fn = planned.byId.get(id)
    if (!fn) throw new Error(`there is no function ${id}`)
    return invoke(fn, event, cause)
  }

  const deliveries = deliveryTable(db)
  const dispatch = dispatcher(deliveries, processClock, planned.targets, (target, event) =>
    run(target, event, event['detail-type']),
  )
  const dispatching = opened.use(ticker(processClock, dispatch))
  const schedules = scheduler(db, deliveries, processClock, planned.scheduled, dispatching.wake)
  const scheduling = opened.use(ticker(processClock, schedules))

  const listeners = live(planned.live)
  opened.use(
    bus.onAccepted((events) => {
      dispatching.wake()
      listeners.accepted(events)
    }),
  )

  const feeds = opened.use(await openFeeds(planned, process.env, invoke))
  const wakeAll = (): void => {
    dispatching.wake()
    scheduling.wake()
  }
  const authorize = planned.authorizer && authorizer(planned.authorizer, invoke)
  const graphql = lazyGraphql(planned, authorize, invoke, listeners, demo)
  const travelTo = (to: Instant): void => {
    moveClock(settings, to)
    wakeAll()
  }
  const insides = { planned, clock: processClock, bus, invocations, deliveries, feeds, invoke, wake: wakeAll, travelTo }
  const api = gateway(planned.functions, authorize, invoke, nowMs)
  const healthy = healthPages(
    api,
    services.map(({ name }) => name),
  )
  const server = httpServer(
    api,
    demo ? localOnly : () => undefined,
    firstOf([...(demo ? [hostPages(insides)] : []), graphql.page, healthy, plainPages]),
    webFiles(planned.web, webReady),
  )
  server.on('upgrade', (request, socket, head) => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    const isRefused = demo && !isLocal(request.headers.host)
    if (isRefused || !graphql.upgrade(path, request, socket, head)) socket.destroy()
  })
  await listen(server, port, host)
  opened.defer(() => close(server))
  opened.defer(() => listeners[Symbol.dispose]()) // else they would keep the server open
  opened.use(graphql)

  for (const { id } of planned.scheduled) if (id.endsWith('/sweep')) schedules.runNow(id)
  wakeAll()
  opened.adopt(setTimeout(graphql.warm, WARM_AFTER_MS), clearTimeout)

  const open = opened.move()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock: processClock,
    invoke: async (id, event) => {
      await setImmediate() // a program that calls again and again must not keep requests waiting
      return run(id, event, 'invoke')
    },
    travelTo,
    settled: dispatch.settled,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** The first page goes first. */
const WARM_AFTER_MS = 300

/** The clock's time as a number: a request needs it twice, and text costs a microsecond each way. */
const nowMs = (): number => Math.round(Date.now() + processClock.offsetMs)
