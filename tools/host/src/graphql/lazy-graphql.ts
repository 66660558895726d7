import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Invoke } from '../functions/invoke.ts'
import type { Authorizer } from '../http/authorizer.ts'
import { json } from '../http/problem.ts'
import type { Page } from '../http/server.ts'
import type { Plan } from '../manifests/plan.ts'
import type { Live } from './live.ts'

/** Where subscriptions are opened: of AppSync, below its own domains, or behind one's own name. */
const REALTIME_PATH = '/graphql/realtime'

export type LazyGraphql = Disposable & {
  readonly page: Page
  /** Takes a connection over that asks for another protocol at `path`; false: it is not meant. */
  readonly upgrade: (path: string, request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  readonly warm: () => void
}

/** The GraphQL server takes 60 ms to load, so it does that after the first page is served, or when it is first asked. */
export const lazyGraphql = (
  { services, functions, live: fields }: Plan,
  authorizer: Authorizer | undefined,
  invoke: Invoke,
  live: Live,
  demo: boolean,
): LazyGraphql => {
  const isAsked = functions.some(({ manifest }) => manifest.on.kind === 'graphql')
  if (!authorizer || !isAsked) return NOTHING
  const authorize = authorizer.forGraphql

  const load = async () => {
    const [{ executableSchema }, { graphqlPage }, { realtime }, { subscribing }] = await Promise.all([
      import('./executable-schema.ts'),
      import('./graphql-page.ts'),
      import('./realtime.ts'),
      import('./subscribing.ts'),
    ])
    const schema = await executableSchema(services, functions, fields, invoke, live)
    return { page: graphqlPage(schema, authorize, demo), lines: realtime(authorize, subscribing(schema, authorize)) }
  }
  let loading: ReturnType<typeof load> | undefined
  const loaded = (): ReturnType<typeof load> => {
    loading ??= load()
    return loading
  }
  const failed = (trouble: unknown): void => console.error(trouble instanceof Error ? trouble.message : trouble)

  return {
    page: (request, response, read, body) => {
      if (read.path === '/live.json') return Promise.resolve(json({ url: REALTIME_PATH, host: read.headers['host'] }))
      if (read.path !== '/graphql') return undefined
      return loaded().then(({ page }) => page(request, response, read, body) ?? 'handled')
    },
    upgrade: (path, request, socket, head) => {
      if (path !== REALTIME_PATH) return false
      loaded().then(
        ({ lines }) => lines.upgrade(request, socket, head),
        (trouble: unknown) => {
          failed(trouble)
          socket.destroy()
        },
      )
      return true
    },
    warm: () => void loaded().catch(failed),
    [Symbol.dispose]: () =>
      void loading?.then(
        ({ lines }) => lines[Symbol.dispose](),
        () => {},
      ),
  }
}

const NOTHING: LazyGraphql = {
  page: () => undefined,
  upgrade: () => false,
  warm: () => {},
  [Symbol.dispose]: () => {},
}
