import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { GATEWAY_BODY_BYTES_MAX, GATEWAY_HEAD_BYTES_MAX } from '../functions/limits.ts'
import { type ReadRequest, readRequest } from './event.ts'
import type { Gateway } from './gateway.ts'
import { gatewayAnswer, type HttpResponse, internalServerError } from './response.ts'

/** What the host answers itself, besides the routes of functions. Undefined: not mine. It may have answered on its own (`handled`). */
export type Page = (
  request: IncomingMessage,
  response: ServerResponse,
  read: ReadRequest,
  body: () => Promise<Buffer | undefined | 'too large'>,
) => Promise<HttpResponse | 'handled'> | undefined

export const notFound = gatewayAnswer(404, 'Not Found')
export const tooLarge = gatewayAnswer(413, 'Request Entity Too Large')

/** `guard` refuses before anything else is looked at; `pages` come before the gateway's routes, `fallback` after them. */
export const httpServer = (
  gateway: Gateway,
  guard: (read: ReadRequest) => HttpResponse | undefined,
  pages: Page,
  fallback: Page,
): Server => {
  // Node's own limit is set above ours, so that a head that is too long still gets the gateway's answer.
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) write(request, response, internalServerError)
      else response.destroy()
    })
  })
  server.on('clientError', refuseMalformed)
  return server

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/'
    const mark = target.indexOf('?')
    const path = decoded(mark < 0 ? target : target.slice(0, mark))
    if (headBytes(request) > GATEWAY_HEAD_BYTES_MAX)
      return refuse(request, response, gatewayAnswer(431, 'Request Header Fields Too Large'))
    if (path === undefined || !path.startsWith('/')) return refuse(request, response, gatewayAnswer(400, 'Bad Request'))

    const read = readRequest(request, path, mark < 0 ? '' : target.slice(mark + 1))
    const refused = guard(read)
    if (refused) return refuse(request, response, refused)

    const body = () => readBody(request)
    const page = pages(request, response, read, body)
    if (page !== undefined) return writePage(request, response, await page)
    const match = gateway.match(read.method, read.path)
    if (!match) return writePage(request, response, (await fallback(request, response, read, body)) ?? notFound)

    const sent = hasBody(request) ? await readBody(request) : undefined
    if (sent === 'too large') return refuse(request, response, tooLarge)
    write(request, response, await gateway.answer(match, read, sent))
  }
}

const writePage = (request: IncomingMessage, response: ServerResponse, page: HttpResponse | 'handled'): void => {
  if (page !== 'handled') write(request, response, page)
}

const write = (request: IncomingMessage, response: ServerResponse, answer: HttpResponse): void => {
  const { status, headers, cookies, body } = answer
  for (const name in headers) response.setHeader(name, headers[name] ?? '')
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  const hasNone = status === 204 || status === 304
  if (!hasNone) response.setHeader('content-length', Buffer.byteLength(body))
  response.writeHead(status)
  if (hasNone || request.method === 'HEAD') response.end()
  else response.end(body)
}

/** What is still to come of the request is not read; so the connection ends with the answer. */
const refuse = (request: IncomingMessage, response: ServerResponse, answer: HttpResponse): void =>
  write(
    request,
    response,
    hasBody(request) ? { ...answer, headers: { ...answer.headers, connection: 'close' } } : answer,
  )

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const readBody = async (request: IncomingMessage): Promise<Buffer | undefined | 'too large'> => {
  if (Number(request.headers['content-length'] ?? 0) > GATEWAY_BODY_BYTES_MAX) return 'too large'
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined | 'too large'>()
  const chunks: Buffer[] = []
  let bytes = 0
  request
    .on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= GATEWAY_BODY_BYTES_MAX) chunks.push(chunk)
      else resolve('too large')
    })
    .on('end', () => resolve(bytes === 0 ? undefined : chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
    .on('error', reject)
  return promise
}

/** The bytes of the request line and all header lines. */
const headBytes = ({ method = '', url = '', rawHeaders }: IncomingMessage): number => {
  let bytes = method.length + url.length + ' HTTP/1.1\r\n'.length + 1
  for (const part of rawHeaders) bytes += part.length + 2
  return bytes
}

const decoded = (path: string): string | undefined => {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

const refuseMalformed = (trouble: NodeJS.ErrnoException, socket: Socket): void => {
  if (!socket.writable || trouble.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, message] =
    trouble.code === 'HPE_HEADER_OVERFLOW' ? ['431', 'Request Header Fields Too Large'] : ['400', 'Bad Request']
  const body = JSON.stringify({ message })
  socket.end(
    `HTTP/1.1 ${status} ${message}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
}
