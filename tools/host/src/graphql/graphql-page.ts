import type { GraphQLSchema } from 'graphql'
import { NoSchemaIntrospectionCustomRule, parse } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { GRAPHQL_BODY_BYTES_MAX } from '../functions/limits.ts'
import type { Authorizer } from '../http/authorizer.ts'
import { problem } from '../http/problem.ts'
import { gatewayAnswer, internalServerError } from '../http/response.ts'
import { type Page, tooLarge } from '../http/server.ts'
import type { CallerContext } from './executable-schema.ts'
import { noSubscriptions, sizeLimits, TOKENS_MAX } from './limits.ts'

const notSignedIn = problem(401, 'NotSignedIn', 'You are not signed in')

/** POST /graphql: queries and mutations, for signed-in callers only. */
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

  return async (request, response, read) => {
    if (read.method !== 'POST') return gatewayAnswer(405, 'Method Not Allowed')
    if (Number(request.headers['content-length'] ?? 0) > GRAPHQL_BODY_BYTES_MAX) return tooLarge
    const verdict = await authorize(read.headers)
    if (verdict.type === 'broken') return internalServerError
    if (verdict.type !== 'allowed') return notSignedIn
    await yoga(request, response, { resolverContext: verdict.context, headers: read.headers })
    return 'handled'
  }
}

const limits = (demo: boolean): Plugin => ({
  onParse: ({ setParseFn }) => setParseFn((source, options) => parse(source, { ...options, maxTokens: TOKENS_MAX })),
  onValidate: ({ addValidationRule }) => {
    addValidationRule(sizeLimits)
    addValidationRule(noSubscriptions)
    if (!demo) addValidationRule(NoSchemaIntrospectionCustomRule)
  },
})
