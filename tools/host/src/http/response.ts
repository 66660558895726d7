import { LAMBDA_PAYLOAD_BYTES_MAX } from '../functions/limits.ts'

export type HttpResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** One `set-cookie` each. */
  readonly cookies: readonly string[]
  readonly body: string | Buffer
}

/** What a gateway answers by itself. Its body has this one member. */
export const gatewayAnswer = (status: number, message: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: JSON.stringify({ message }),
})

export const internalServerError = gatewayAnswer(500, 'Internal Server Error')

/**
 * What an HTTP API makes of a function's result. Without a `statusCode` the whole result is the body of a 200; a result
 * of a bad shape is a 500, and so is a `statusCode` that is not a number.
 */
export const httpResponse = (result: unknown): HttpResponse => {
  if (!isObject(result) || result['statusCode'] === undefined) return inferred(result)
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result
  if (!isStatus(statusCode) || typeof body !== 'string' || typeof isBase64Encoded !== 'boolean')
    return internalServerError
  if (!isObject(headers) || !isListOfText(cookies)) return internalServerError
  if (body.length > LAMBDA_PAYLOAD_BYTES_MAX) return internalServerError
  const written = writtenHeaders(headers)
  if (!written || cookies.some((cookie) => !VISIBLE.test(cookie))) return internalServerError
  return { status: statusCode, headers: written, cookies, body: isBase64Encoded ? Buffer.from(body, 'base64') : body }
}

const inferred = (result: unknown): HttpResponse => {
  const body = typeof result === 'string' ? result : JSON.stringify(result ?? null)
  return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body }
}

/** The connection's own headers are the gateway's to write. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'content-length', 'transfer-encoding', 'upgrade'])
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
/** What a header may hold: no line end, so that no header can be smuggled in. */
const VISIBLE = /^[\t\x20-\x7e\x80-\xff]*$/

const writtenHeaders = (headers: Readonly<Record<string, unknown>>): Record<string, string> | undefined => {
  const written: Record<string, string> = {}
  let hasType = false
  for (const name in headers) {
    const value = headers[name]
    const text = typeof value === 'string' ? value : typeof value === 'object' ? undefined : String(value)
    if (text === undefined || !NAME.test(name) || !VISIBLE.test(text)) return undefined
    const lower = name.toLowerCase()
    if (OF_THE_CONNECTION.has(lower)) continue
    if (lower === 'content-type') hasType = true
    written[lower] = text
  }
  if (!hasType) written['content-type'] = 'text/plain;charset=UTF-8'
  return written
}

const isStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isListOfText = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
