import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RouteMatch } from './router.ts'

/** What a function behind an HTTP API gets: payload format 2.0. What is absent is left out, never null. */
export type HttpEvent = {
  readonly version: '2.0'
  readonly routeKey: string
  /** Percent-decoded, as HTTP APIs (unlike REST APIs) hand it over. */
  readonly rawPath: string
  /** As it was sent, still encoded. */
  readonly rawQueryString: string
  readonly cookies?: readonly string[]
  /** Lower case; repeated ones joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded; repeated ones joined by commas. */
  readonly queryStringParameters?: Readonly<Record<string, string>>
  readonly pathParameters?: Readonly<Record<string, string>>
  readonly requestContext: RequestContext
  readonly body?: string
  readonly isBase64Encoded: boolean
}

export type RequestContext = {
  readonly accountId: string
  readonly apiId: string
  readonly authorizer?: { readonly lambda: unknown }
  readonly domainName: string
  readonly domainPrefix: string
  readonly http: {
    readonly method: string
    readonly path: string
    readonly protocol: string
    readonly sourceIp: string
    readonly userAgent: string
  }
  readonly requestId: string
  readonly routeKey: string
  readonly stage: '$default'
  /** `12/Mar/2020:19:03:58 +0000` */
  readonly time: string
  readonly timeEpoch: number
}

export type ReadRequest = {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[] | undefined
  readonly protocol: string
  readonly sourceIp: string
}

/** Names are lower case; repeated headers are joined by commas; cookies have a list of their own. */
export const readRequest = (request: IncomingMessage, path: string, query: string): ReadRequest => {
  const headers: Record<string, string> = {}
  let cookies: string[] | undefined
  const { rawHeaders } = request
  for (let n = 0; n + 1 < rawHeaders.length; n += 2) {
    const name = (rawHeaders[n] ?? '').toLowerCase()
    const value = rawHeaders[n + 1] ?? ''
    if (name === 'cookie') {
      cookies ??= []
      for (const cookie of value.split(';')) cookies.push(cookie.trim())
    } else if (name === '__proto__') {
    } else {
      const before = headers[name]
      headers[name] = before === undefined ? value : `${before},${value}`
    }
  }
  const method = request.method ?? 'GET'
  const sourceIp = request.socket.remoteAddress ?? ''
  return { method, path, query, headers, cookies, protocol: `HTTP/${request.httpVersion}`, sourceIp }
}

/** Built member by member, as this is done for every request and spreading costs more than all the rest of it. */
export const httpEvent = (
  { method, path, query, headers, cookies, protocol, sourceIp }: ReadRequest,
  { routeKey, parameters }: Pick<RouteMatch<unknown>, 'routeKey' | 'parameters'>,
  body: Buffer | undefined,
  epochMs: number,
): HttpEvent => {
  const isText = body !== undefined && TEXT.test(headers['content-type'] ?? '')
  const event: { -readonly [member in keyof HttpEvent]: HttpEvent[member] } = {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers['host'] ?? '',
      domainPrefix: 'local',
      http: { method, path, protocol, sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: logTime(epochMs),
      timeEpoch: epochMs,
    },
    isBase64Encoded: body !== undefined && !isText,
  }
  if (cookies) event.cookies = cookies
  if (query !== '') event.queryStringParameters = queryParameters(query)
  if (parameters) event.pathParameters = parameters
  if (body) event.body = body.toString(isText ? 'utf8' : 'base64')
  return event
}

/**
 * Only these arrive as text; everything else is base64, forms and bodies without a content type included. AWS lists them
 * nowhere; this is what was observed on real HTTP APIs (github.com/ministackorg/ministack/pull/766).
 */
const TEXT = /^(?:text\/[^;]*|application\/(?:json|xml|javascript))\s*(?:;|$)/i

const queryParameters = (query: string): Record<string, string> => {
  const parameters: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === '__proto__') continue
    const before = parameters[name]
    parameters[name] = before === undefined ? value : `${before},${value}`
  }
  return parameters
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `12/Mar/2020:19:03:58 +0000`, the time format of access logs; many requests share a second. */
export const logTime = (epochMs: number): string => {
  const second = Math.floor(epochMs / 1000)
  if (second !== lastSecond) {
    const iso = new Date(epochMs).toISOString()
    lastTime = `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
    lastSecond = second
  }
  return lastTime
}
let lastSecond = Number.NaN
let lastTime = ''
