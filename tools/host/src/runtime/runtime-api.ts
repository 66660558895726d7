import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { PutEventsAnswer } from '@awayday/bus/put-events'
import { processClock } from '@awayday/clock'
import { LAMBDA_PAYLOAD_BYTES_MAX } from '../functions/limits.ts'
import { listen } from '../http/listen.ts'

/** The Runtime API of one process (2018-06-01): it asks for its next event, and tells what became of it. Beside it stands a bus. */
export type RuntimeApi = Disposable & {
  /** `127.0.0.1:1234`, as `AWS_LAMBDA_RUNTIME_API` names it. */
  readonly address: string
  /** Hands over an event; resolves to the function's answer. One at a time. Rejects with what the function threw. */
  handle(event: unknown, arn: string, deadlineMs: number): Promise<unknown>
  /** The process is gone: whatever waits is told. */
  gone(trouble: Error): void
}

/** `send` until it was sent: a process may still be on its way to ask for it. */
type Waiting = {
  readonly id: string
  send?: ((response: ServerResponse) => void) | undefined
  readonly resolve: (answer: unknown) => void
  readonly reject: (trouble: Error) => void
}

type Told = {
  /** The process waits for an event. */
  readonly idle: () => void
  /** It could not load its function. */
  readonly broken: (trouble: Error) => void
  /** It publishes, by EventBridge's protocol. */
  readonly put: (request: unknown) => PutEventsAnswer
}

export const runtimeApi = async ({ idle, broken, put }: Told): Promise<RuntimeApi> => {
  let poll: ServerResponse | undefined
  let waiting: Waiting | undefined

  const send = (one: Waiting): void => {
    if (!poll) return
    one.send?.(poll)
    one.send = undefined
    poll = undefined
  }

  const settle = (settled: (waiting: Waiting) => void): void => {
    const one = waiting
    waiting = undefined
    if (one) settled(one)
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, first, , what, id, kind] = request.url?.split('/') ?? []
    if (request.method === 'GET' && what === 'invocation' && id === 'next') {
      poll = response
      return waiting?.send ? send(waiting) : idle()
    }
    const sent = await text(request)
    if (first === 'eventbridge') {
      const { status, body } = put(JSON.parse(sent))
      return void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    }
    if (what === 'init') broken(thrown(sent))
    else if (id !== waiting?.id) return void response.writeHead(403).end()
    else if (kind === 'error') settle(({ reject }) => reject(thrown(sent)))
    else if (Buffer.byteLength(sent) > LAMBDA_PAYLOAD_BYTES_MAX) settle(({ reject }) => reject(tooLarge()))
    else settle(({ resolve }) => resolve(JSON.parse(sent)))
    response.writeHead(202).end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((trouble: Error) => {
      settle(({ reject }) => reject(trouble))
      response.destroy()
    })
  })
  await listen(server, 0)
  server.unref()

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    handle: (event, arn, deadlineMs) => {
      const id = randomUUID()
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const headers = {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': id,
        'lambda-runtime-deadline-ms': `${deadlineMs}`,
        'lambda-runtime-invoked-function-arn': arn,
        'awayday-clock-offset-ms': `${processClock.offsetMs}`,
      }
      waiting = { id, resolve, reject, send: (response) => response.writeHead(200, headers).end(JSON.stringify(event)) }
      send(waiting)
      return promise
    },
    gone: (trouble) => settle(({ reject }) => reject(trouble)),
    [Symbol.dispose]: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What a function threw, with its own name. */
const thrown = (sent: string): Error => {
  const { errorType = 'Error', errorMessage = sent } = JSON.parse(sent) as Readonly<Record<string, string>>
  return Object.assign(new Error(errorMessage), { name: errorType })
}

const tooLarge = (): Error =>
  Object.assign(new Error('the answer is larger than a function may give'), { name: 'Function.ResponseSizeTooLarge' })
