import type { TadaDocumentNode } from 'gql.tada'
import { type DocumentNode, print } from 'graphql'
import { readAnswer, readGraphQL } from './answer.ts'
import type { Bearer } from './bearer.ts'
import { type Connect, type Heard, type RealtimeAt, subscribed } from './realtime.ts'
import { bodyOf, json, send } from './send.ts'
import { NotSignedIn } from './trouble.ts'

export type Asking = <Data, Variables>(
  operation: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) => Promise<Data>

/** One question, one answer. Throws what `trouble.ts` names; refusals are in the answer. */
export const asking =
  (bearer: Bearer): Asking =>
  async <Data, Variables>(
    operation: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    signal: AbortSignal | null = null,
  ) =>
    withToken(bearer, async (token) => {
      const response = await send(PATH, { ...question(operation, variables, token), signal })
      return readGraphQL(readAnswer({ status: response.status, body: await bodyOf(response) })) as Data
    })

export type Listening = (operation: TadaDocumentNode, signal: AbortSignal) => AsyncGenerator<Heard>

/** What a subscription hears, until the server, the network or `signal` ends it. */
export const listening = (bearer: Bearer, connect: Connect): Listening =>
  async function* (operation, signal) {
    const at = await realtimeAt(signal)
    const query = print(operation)
    const [first, rest] = await withToken(bearer, async (token) => {
      const heard = subscribed(connect, at, token, query, signal)
      return [await heard.next(), heard] as const // an answer, or the refusal of the token
    })
    if (!first.done) yield first.value
    yield* rest
  }

/** Told by whoever serves the page: a path of this site, or AppSync's own address. */
const realtimeAt = async (signal: AbortSignal): Promise<RealtimeAt> => {
  const response = await send('/live.json', { signal })
  const { url, host } = readAnswer({ status: response.status, body: await bodyOf(response) }) as RealtimeAt
  const there = new URL(url, location.href)
  there.protocol = there.protocol.replace('http', 'ws')
  return { url: there.href, host }
}

const PATH = '/graphql'

const question = (operation: DocumentNode, variables: unknown, token: string) => {
  const { headers, ...init } = json({ query: print(operation), variables })
  return { ...init, headers: { ...headers, authorization: `Bearer ${token}` } }
}

/** A token may end, or its session be revoked, between two questions: then once more with a new one. */
const withToken = async <T>(bearer: Bearer, run: (token: string) => Promise<T>): Promise<T> => {
  const token = await bearer.token()
  try {
    return await run(token)
  } catch (trouble) {
    if (!(trouble instanceof NotSignedIn)) throw trouble
    bearer.refused(token)
    return run(await bearer.token())
  }
}
