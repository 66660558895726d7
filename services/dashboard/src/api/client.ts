import type { TadaDocumentNode } from 'gql.tada'
import { type DocumentNode, print } from 'graphql'
import { readAnswer, readGraphQL } from './answer.ts'
import type { Bearer } from './bearer.ts'
import { eventsOf, type StreamEvent } from './event-stream.ts'
import { bodyOf, json, send } from './send.ts'
import { NotSignedIn, Unreachable } from './trouble.ts'

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

export type Listening = (operation: TadaDocumentNode, signal: AbortSignal) => AsyncGenerator<StreamEvent>

/** The events of a subscription, first one named `open`, until the server, the network or `signal` ends it. */
export const listening = (bearer: Bearer): Listening =>
  async function* (operation, signal) {
    const bytes = await withToken(bearer, async (token) => {
      const { headers, ...init } = question(operation, {}, token)
      const response = await send(PATH, { ...init, headers: { ...headers, accept: 'text/event-stream' }, signal })
      if (!response.ok) readAnswer({ status: response.status, body: await bodyOf(response) })
      if (!response.body) throw new Unreachable('a stream without a body')
      return response.body
    })
    yield { event: 'open', data: '' }
    yield* eventsOf(chunksOf(bytes))
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

/** Safari's streams are not iterable. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel().catch(() => undefined) // it may have broken already
  }
}
