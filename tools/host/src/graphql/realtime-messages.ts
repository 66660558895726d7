import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'

/** What a client of AppSync's protocol says on an open line. */
export type Said =
  | { readonly type: 'connection_init' }
  | {
      readonly type: 'start'
      readonly id: string
      readonly token: string
      readonly query: string
      readonly variables: Readonly<Record<string, unknown>>
    }
  | { readonly type: 'stop'; readonly id: string }

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128))
const json = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value) as unknown
    } catch {
      addIssue({ message: 'no JSON' })
      return NEVER
    }
  }),
)
const asked = v.object({ query: v.string(), variables: v.optional(v.nullable(v.record(v.string(), v.unknown()))) })

const message = v.pipe(
  json,
  v.variant('type', [
    v.object({ type: v.literal('connection_init') }),
    v.object({ type: v.literal('stop'), id }),
    v.pipe(
      v.object({
        type: v.literal('start'),
        id,
        payload: v.object({
          data: v.pipe(json, asked),
          extensions: v.object({ authorization: v.object({ Authorization: v.string() }) }),
        }),
      }),
      v.transform(({ type, id: of, payload: { data, extensions } }) => ({
        type,
        id: of,
        token: extensions.authorization.Authorization,
        query: data.query,
        variables: data.variables ?? {},
      })),
    ),
  ]),
)

/** Undefined: it is nothing that the protocol has. */
export const said = (text: string): Said | undefined => {
  const parsed = v.safeParse(message, text)
  return parsed.success ? parsed.output : undefined
}

const header = v.pipe(json, v.object({ Authorization: v.string() }))

/** The token that a line is opened with: among the offered subprotocols, `header-` and the header as base64url. */
export const tokenOffered = ({ headers }: IncomingMessage): string | undefined => {
  const offered = headers['sec-websocket-protocol']?.split(',').map((one) => one.trim()) ?? []
  const encoded = offered.find((one) => one.startsWith('header-'))?.slice('header-'.length)
  const parsed = v.safeParse(header, Buffer.from(encoded ?? '', 'base64url').toString())
  return parsed.success ? parsed.output.Authorization : undefined
}

const CODES: Readonly<Record<string, number>> = { UnauthorizedException: 401 }

/** As AppSync tells of trouble. */
export const problemOf = (type: 'connection_error' | 'error', errorType: string, message: string) => ({
  type,
  payload: { errors: [{ errorType, message, errorCode: CODES[errorType] ?? 400 }] },
})
