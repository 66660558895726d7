import type { Invoke } from '../functions/invoke.ts'
import type { Authorizer } from '../http/authorizer.ts'
import type { Page } from '../http/server.ts'
import type { Plan } from '../manifests/plan.ts'
import type { Live } from './live.ts'

/** The GraphQL server takes 60 ms to load, so it does that after the first page is served, or when it is first asked. */
export const lazyGraphql = (
  { services, functions, live: fields }: Plan,
  authorizer: Authorizer | undefined,
  invoke: Invoke,
  live: Live,
  demo: boolean,
): { readonly page: Page; readonly warm: () => void } => {
  const isAsked = functions.some(({ manifest }) => manifest.on.kind === 'graphql')
  if (!authorizer || !isAsked) return { page: () => undefined, warm: () => {} }

  let loading: Promise<Page> | undefined
  const load = async (): Promise<Page> => {
    const [{ executableSchema }, { graphqlPage }] = await Promise.all([
      import('./executable-schema.ts'),
      import('./graphql-page.ts'),
    ])
    return graphqlPage(await executableSchema(services, functions, fields, invoke, live), authorizer.forGraphql, demo)
  }
  const loaded = (): Promise<Page> => {
    loading ??= load()
    return loading
  }

  return {
    page: (request, response, read, body) => {
      if (read.path !== '/graphql') return undefined
      return loaded().then((page) => page(request, response, read, body) ?? 'handled')
    },
    warm: () => {
      loaded().catch((trouble: unknown) => console.error(trouble instanceof Error ? trouble.message : trouble))
    },
  }
}
