import { GraphQLError, type GraphQLSchema, getOperationAST, parse, specifiedRules, subscribe, validate } from 'graphql'
import type { Authorizer } from '../http/authorizer.ts'
import type { ListenerContext } from './executable-schema.ts'
import { sizeLimits, TOKENS_MAX } from './limits.ts'
import { listenerOf } from './listener.ts'
import type { Subscribing } from './realtime.ts'
import { whileAllowed } from './while-allowed.ts'

/** Subscriptions of those whom the authorizer knows. One ends soon after its token has expired or was revoked. */
export const subscribing =
  (schema: GraphQLSchema, authorize: Authorizer['forGraphql']): Subscribing =>
  async (token, { query, variables }, stop) => {
    const headers = { authorization: token }
    const verdict = await authorize(headers)
    const listener = verdict.type === 'allowed' ? listenerOf(verdict.context) : undefined
    if (verdict.type !== 'allowed' || !listener) return undefined
    const document = read(schema, query)
    if (Array.isArray(document)) return { errors: document }
    const isAllowed = async (): Promise<boolean> => (await authorize(headers)).type === 'allowed'
    const contextValue: ListenerContext = {
      resolverContext: verdict.context,
      headers,
      listener,
      stop: whileAllowed(stop, isAllowed),
    }
    const answers = await subscribe({ schema, document, variableValues: variables, contextValue })
    return Symbol.asyncIterator in answers ? answers : { errors: answers.errors ?? [] }
  }

const read = (schema: GraphQLSchema, query: string) => {
  try {
    const document = parse(query, { maxTokens: TOKENS_MAX })
    const troubles = validate(schema, document, [...specifiedRules, sizeLimits])
    if (troubles.length > 0) return [...troubles]
    if (getOperationAST(document)?.operation === 'subscription') return document
    return [new GraphQLError('Over this line one subscribes; ask by POST.')]
  } catch (trouble) {
    return [trouble instanceof GraphQLError ? trouble : new GraphQLError('This cannot be read.')]
  }
}
