import { ok } from '@awayday/kernel'
import { integer, number, pipe, strictObject, string, unknown } from 'valibot'
import { http } from '../http/http.ts'
import type { HttpEvent, HttpResponse } from '../http/http-event.ts'
import { route } from '../http/route.ts'
import type { EdgeWorld } from '../world.ts'
import { ana, world } from './world.ts'

/** What has run: routes write here, so that specs see that a refused request had no effect. */
export const ran: unknown[] = []

const note = strictObject({ text: string(), stars: pipe(number(), integer()) })
const anything = strictObject({ value: unknown() })

/** A small API with one route of every kind. */
export const api = http({
  world: Promise.resolve(world),
  routes: [
    route({
      on: 'POST /v1/notes/{note}',
      body: note,
      command: true,
      run: async (_world: EdgeWorld, { body, params, meta }) => {
        ran.push({ body, params, meta })
        return ok({ status: 201, body: { id: params.note } })
      },
      problems: {},
    }),
    route({
      on: 'POST /v1/anything',
      body: anything,
      run: async (_world: EdgeWorld, { body }) => {
        ran.push(body)
        return ok({ status: 200, body })
      },
      problems: {},
    }),
    route({
      on: 'GET /v1/notes/{note}',
      run: async (_world: EdgeWorld, { params, actor, query, cookies, header }) =>
        ok({ status: 200, body: { params, actor, query, cookies, agent: header('User-Agent') } }),
      problems: {},
    }),
    route({ on: 'DELETE /v1/notes/{note}', run: async (_world: EdgeWorld) => ok({ status: 204 }), problems: {} }),
  ],
})

/** Told as a request, sent as the gateway would. */
export type Told = {
  readonly on: string
  readonly body?: string
  readonly base64?: true
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly query?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly as?: Readonly<Record<string, unknown>> | null
  readonly stage?: string
}

export const eventOf = ({
  on,
  body,
  base64,
  headers,
  query,
  cookies,
  as = ana,
  stage = '$default',
}: Told): HttpEvent => {
  const [method = '', rawPath = ''] = on.split(' ')
  return {
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(query && { queryStringParameters: query }),
    ...(cookies && { cookies }),
    ...(body !== undefined && { body }),
    isBase64Encoded: base64 === true,
    requestContext: { http: { method }, requestId: 'request-1', stage, ...(as && { authorizer: { lambda: as } }) },
  }
}

export const send = (told: Told): Promise<HttpResponse> => api(eventOf(told))

/** The response's status and the document in it; fails on what is not a problem. */
export const problemIn = ({ statusCode, headers, body }: HttpResponse): Record<string, unknown> => {
  const document = JSON.parse(body ?? '')
  if (headers['content-type'] !== 'application/problem+json' || document.status !== statusCode)
    throw new Error(`not a problem: ${statusCode} ${body}`)
  return document
}
