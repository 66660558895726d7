import type { GraphQLSchema } from 'graphql'
import { NoSchemaIntrospectionCustomRule, parse } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { GRAPHQL_BODY_BYTES_MAX } from '../functions/limits.ts'
import type { Authorizer } from '../http/authorizer.ts'
import { gatewayAnswer, type HttpResponse } from '../http/response.ts'
import { type Page, tooLarge } from '../http/server.ts'
import type { CallerContext } from './executable-schema.ts'
import { sizeLimits, TOKENS_MAX } from './limits.ts'
import { listenerOf } from './listener.ts'

/** How often a live connection's token is looked at again: an expired or revoked one ends it. */
const TOKEN_CHECK_MS = 60_000

const notSignedIn: HttpResponse = {
  status: 401,
  headers: { 'content-type': 'application/problem+json' },
  cookies: [],
  body: JSON.stringify({ type: '/problems/NotSignedIn', title: 'You are not signed in', status: 401 }),
}

/** POST /graphql: queries, mutations and, as a stream of server-sent events, subscriptions. For signed-in callers only. */
export const graphqlPage = (schema: GraphQLSchema, authorize: Authorizer['forGraphql'], demo: boolean): Page => {
  const yoga = createYoga<CallerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false, // its page loads scripts from elsewhere
    cors: false,
    logging: false,
    multipart: false,
    maskedErrors: { errorMessage: 'Something went wrong.', isDev: false },
    maxRequestBodySize: GRAPHQL_BODY_BYTES_MAX,
    plugins: [limits(demo)],
  })

  return (request, response, read) => {
    const answer = async (): Promise<HttpResponse | 'handled'> => {
      if (read.method !== 'POST') return gatewayAnswer(405, 'Method Not Allowed')
      if (Number(request.headers['content-length'] ?? 0) > GRAPHQL_BODY_BYTES_MAX) return tooLarge
      const verdict = await authorize(read.headers)
      if (verdict.type === 'broken') return gatewayAnswer(500, 'Internal Server Error')
      const listener = verdict.type === 'allowed' ? listenerOf(verdict.context) : undefined
      if (verdict.type !== 'allowed' || !listener) return notSignedIn

      const ended = new AbortController()
      const check = setInterval(async () => {
        if ((await authorize(read.headers)).type !== 'allowed') ended.abort()
      }, TOKEN_CHECK_MS)
      response.once('close', () => {
        clearInterval(check)
        ended.abort()
      })
      const caller = { resolverContext: verdict.context, headers: read.headers, listener, stop: ended.signal }
      await yoga(request, response, caller)
      return 'handled'
    }
    return answer()
  }
}

const limits = (demo: boolean): Plugin => ({
  onParse: ({ setParseFn }) => setParseFn((source, options) => parse(source, { ...options, maxTokens: TOKENS_MAX })),
  onValidate: ({ addValidationRule }) => {
    addValidationRule(sizeLimits)
    if (!demo) addValidationRule(NoSchemaIntrospectionCustomRule)
  },
})
