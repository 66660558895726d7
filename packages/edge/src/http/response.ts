import type { ProblemDocument } from '@awayday/kernel'
import type { HttpResponse } from './http-event.ts'
import type { Answer } from './route.ts'

/** An answer as the gateway takes it. Nothing of ours may be kept by a cache or guessed at by a browser. */
export const respond = ({ status, body, headers, cookies }: Answer, requestId: string): HttpResponse => {
  const ours = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  }
  if (body !== undefined && !headers && !cookies)
    return { statusCode: status, headers: ours, body: JSON.stringify(body) } // most answers: no objects are merged
  return {
    statusCode: status,
    headers: { ...ours, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(cookies && { cookies: [...cookies] }),
  }
}

/** A problem (RFC 9457), with the headers its status asks for. */
export const respondProblem = (problem: ProblemDocument, requestId: string): HttpResponse => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...headersFor(problem),
  },
  body: JSON.stringify(problem),
})

const headersFor = ({ status, allowed }: ProblemDocument): Readonly<Record<string, string>> => {
  if (status === 401) return { 'www-authenticate': 'Bearer' }
  if (status === 405 && Array.isArray(allowed)) return { allow: allowed.join(', ') }
  return status === 503 ? { 'retry-after': '1' } : {}
}
