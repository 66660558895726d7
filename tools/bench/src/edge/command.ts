import type { HttpEvent, HttpResponse } from '@awayday/edge'
import * as v from 'valibot'
import { z } from 'zod'

/** The command that every rival parses, checks, runs and answers, as a gateway sends it. */
export const body = { leaveType: 'vacation', first: '2026-03-02', last: '2026-03-06', half: false }

const requested = { method: 'POST', path: '/v1/leave/people/ana/requests', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' }

export const event: HttpEvent & Readonly<Record<string, unknown>> = {
  version: '2.0',
  routeKey: 'ANY /v1/leave/{proxy+}',
  rawPath: '/v1/leave/people/ana/requests',
  rawQueryString: '',
  headers: {
    accept: 'application/json',
    'accept-encoding': 'gzip, deflate, br',
    'content-length': '80',
    'content-type': 'application/json',
    host: 'api.awayday.test',
    'idempotency-key': '5b2a8c1e-7a57-4c0c-9d0e-6a4f0f5d2b11',
    'user-agent': 'bench',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  requestContext: {
    requestId: 'JKJaXmPLvHcESHA=',
    stage: '$default',
    authorizer: { lambda: { tenant: 'acme', person: 'ana', roles: 'employee' } },
    // What the edge does not read, and others do.
    ...{ http: requested },
    ...{ accountId: '123456789012', apiId: 'api', domainName: 'api.awayday.test', routeKey: 'ANY /v1/leave/{proxy+}' },
  },
  body: JSON.stringify(body),
  isBase64Encoded: false,
}

/** Lambda's context, with the member that middy's early-timeout timer looks for. */
export const context = {
  awsRequestId: '8b1f2c3d-0000-0000-0000-000000000000',
  functionName: 'leave-api',
  getRemainingTimeInMillis: () => 10_000,
}

export const valibotSchema = v.strictObject({
  leaveType: v.string(),
  first: v.pipe(v.string(), v.length(10)),
  last: v.pipe(v.string(), v.length(10)),
  half: v.boolean(),
})

export const zodSchema = z.strictObject({
  leaveType: z.string(),
  first: z.string().length(10),
  last: z.string().length(10),
  half: z.boolean(),
})

type Command = v.InferOutput<typeof valibotSchema>

/** What each answers; nothing of a domain, so that what is measured is the way there and back. */
export const answerOf = (person: string, { first, last }: Command) => ({ request: 'r1', person, first, last })

export const created = (answer: unknown): HttpResponse => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(answer),
})

export const refused = (): HttpResponse => ({
  statusCode: 422,
  headers: { 'content-type': 'application/problem+json' },
  body: '{"type":"/problems/Backwards","title":"The last day is before the first","status":422}',
})
