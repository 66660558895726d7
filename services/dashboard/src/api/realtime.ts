import { NotSignedIn, Unreachable } from './trouble.ts'

/** What is heard on a live line: that it is open (`silenceMs`: after so long without a sign it is dead), a sign of life, or news. */
export type Heard =
  | { readonly type: 'open'; readonly silenceMs: number }
  | { readonly type: 'alive' }
  | { readonly type: 'next'; readonly answer: unknown }

/** Where live lines are opened: AppSync's own address, or a path of this site. `host`: the API that a token is for. */
export type RealtimeAt = { readonly url: string; readonly host: string }

/** A line as a browser has it. */
export type Socket = Pick<WebSocket, 'send' | 'close'> & Pick<EventTarget, 'addEventListener'>
export type Connect = (url: string, protocols: readonly string[]) => Socket

/**
 * Subscribes by AppSync's protocol (https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html): the line is
 * opened with the token, then the one subscription on it. Ends when the server or the network does, or with `signal`.
 */
export async function* subscribed(
  connect: Connect,
  { url, host }: RealtimeAt,
  token: string,
  query: string,
  signal: AbortSignal,
): AsyncGenerator<Heard, void, void> {
  const authorization = { Authorization: `Bearer ${token}`, host }
  const socket = connect(url, ['graphql-ws', `header-${base64url(JSON.stringify(authorization))}`])
  let silenceMs = 0
  try {
    for await (const message of messagesOf(socket, signal)) {
      const { type, payload } = message
      if (type === 'opened') socket.send(JSON.stringify({ type: 'connection_init' }))
      else if (type === 'connection_ack') {
        silenceMs = (payload as { readonly connectionTimeoutMs: number }).connectionTimeoutMs
        const asked = { data: JSON.stringify({ query, variables: {} }), extensions: { authorization } }
        socket.send(JSON.stringify({ id: '1', type: 'start', payload: asked }))
      } else if (type === 'start_ack') yield { type: 'open', silenceMs }
      else if (type === 'data') yield { type: 'next', answer: payload }
      else if (type === 'ka') yield { type: 'alive' }
      else if (type === 'complete') return
      else throw isUnauthorized(payload) ? new NotSignedIn() : new Unreachable(`${type} on a live line`)
    }
  } finally {
    socket.close()
  }
}

type Message = { readonly type: string; readonly payload?: unknown }

/** What comes, in its order; `opened` first. */
async function* messagesOf(socket: Socket, signal: AbortSignal): AsyncGenerator<Message, void, void> {
  const waiting: string[] = []
  let isOver = false
  let wake = (): void => {}
  const heard = (message?: string): void => {
    if (message !== undefined) waiting.push(message)
    else isOver = true
    wake()
  }
  socket.addEventListener('open', () => heard('{"type":"opened"}'))
  socket.addEventListener('message', (event) => heard((event as MessageEvent<string>).data))
  for (const end of ['close', 'error']) socket.addEventListener(end, () => heard())
  signal.addEventListener('abort', () => heard())
  while (!signal.aborted) {
    const message = waiting.shift()
    if (message !== undefined) yield JSON.parse(message) as Message
    else if (isOver) return
    else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}

const isUnauthorized = (payload: unknown): boolean => {
  const { errors = [] } = (payload ?? {}) as { readonly errors?: readonly { readonly errorType?: string }[] }
  return errors.some(({ errorType }) => errorType === 'UnauthorizedException')
}

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
