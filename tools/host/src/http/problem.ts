import type { HttpResponse } from './response.ts'

/** A problem of the host's own (RFC 9457). */
export const problem = (status: number, type: string, title: string, facts: object = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  cookies: [],
  body: JSON.stringify({ type: `/problems/${type}`, title, status, ...facts }),
})

export const json = (value: unknown, status = 200): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  cookies: [],
  body: JSON.stringify(value),
})
