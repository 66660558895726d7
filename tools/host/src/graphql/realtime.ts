import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Authorizer } from '../http/authorizer.ts'
import { problemOf, type Said, said, tokenOffered } from './realtime-messages.ts'

/** Runs a subscription for whoever a token names; undefined: for nobody. It ends with `stop`, or when the token has no power any more. */
export type Subscribing = (
  token: string,
  asked: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  stop: AbortSignal,
) => Promise<AsyncIterable<unknown> | { readonly errors: readonly unknown[] } | undefined>

type Authorize = Authorizer['forGraphql']

const PROTOCOL = 'graphql-ws'
/** AppSync's limit for what a client sends. */
const MESSAGE_BYTES_MAX = 240 * 1_024
/** WebSocket's code for what went wrong on this side. */
const BROKEN = 1011
/** Of AppSync, for one connection. */
const SUBSCRIPTIONS_MAX = 100
/** AppSync says 300 s and a minute; here a line that is dead is noticed earlier. */
const SIGN_OF_LIFE_MS = 12_000
const SILENCE_MS = 40_000

/**
 * AppSync's protocol for live changes, over WebSocket: the line is opened with a token, and so is each subscription on it.
 * https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
 */
export const realtime = (authorize: Authorize, subscribe: Subscribing) => {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  })
  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const line = new Line(socket, tokenOffered(request), authorize, subscribe)
    socket.on('message', (data) => void line.hear(data).catch(() => socket.close(BROKEN)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => line.close())
  })
  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      server.handleUpgrade(request, socket, head, (open) => server.emit('connection', open, request))
    },
    [Symbol.dispose]: (): void => {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

class Line {
  readonly #socket: WebSocket
  readonly #token: string | undefined
  readonly #authorize: Authorize
  readonly #subscribe: Subscribing
  readonly #subscriptions = new Map<string, AbortController>()
  /** Until the line is opened: nobody holds one that is not. Then: its signs of life. */
  #timer: NodeJS.Timeout
  #isOpen = false

  constructor(socket: WebSocket, token: string | undefined, authorize: Authorize, subscribe: Subscribing) {
    this.#socket = socket
    this.#token = token
    this.#authorize = authorize
    this.#subscribe = subscribe
    this.#timer = setTimeout(() => socket.terminate(), SILENCE_MS)
  }

  async hear(data: RawData): Promise<void> {
    const message = said(String(data))
    if (message?.type === 'connection_init') return this.#open()
    if (!this.#isOpen || !message)
      return this.#refuse('connection_error', 'UnsupportedOperation', 'unknown or too early')
    if (message.type === 'stop') return this.#stop(message.id)
    return this.#start(message)
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const stop of this.#subscriptions.values()) stop.abort()
  }

  async #open(): Promise<void> {
    const verdict = this.#token === undefined ? undefined : await this.#authorize({ authorization: this.#token })
    if (verdict?.type !== 'allowed')
      return this.#refuse('connection_error', 'UnauthorizedException', 'You are not authorized to make this call.')
    if (!this.#isOpen && this.#socket.readyState === this.#socket.OPEN) {
      this.#isOpen = true
      clearTimeout(this.#timer)
      this.#timer = setInterval(() => this.#say({ type: 'ka' }), SIGN_OF_LIFE_MS)
    }
    this.#say({ type: 'connection_ack', payload: { connectionTimeoutMs: SILENCE_MS } })
  }

  async #start({ id, token, query, variables }: Extract<Said, { type: 'start' }>): Promise<void> {
    if (this.#subscriptions.has(id) || this.#subscriptions.size >= SUBSCRIPTIONS_MAX)
      return this.#say({ id, ...problemOf('error', 'MaxSubscriptionsReachedError', 'too many, or one of that id') })
    const stop = new AbortController()
    this.#subscriptions.set(id, stop)
    try {
      const answers = await this.#subscribe(token, { query, variables }, stop.signal)
      if (!answers) return this.#say({ id, ...problemOf('error', 'UnauthorizedException', 'Not authorized') })
      if ('errors' in answers) return this.#say({ id, type: 'error', payload: answers })
      this.#say({ id, type: 'start_ack' })
      for await (const payload of answers) this.#say({ id, type: 'data', payload })
      this.#say({ id, type: 'complete' })
    } finally {
      this.#subscriptions.delete(id)
    }
  }

  #stop(id: string): void {
    this.#subscriptions.get(id)?.abort()
  }

  #say(message: object): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  #refuse(...problem: Parameters<typeof problemOf>): void {
    this.#say(problemOf(...problem))
    this.#socket.close()
  }
}
