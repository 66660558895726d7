import { readFile } from 'node:fs/promises'
import { problem } from '../http/problem.ts'
import type { HttpResponse } from '../http/response.ts'

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/_host/': ['page.html', 'text/html; charset=utf-8'],
  '/_host/console.css': ['console.css', 'text/css; charset=utf-8'],
  '/_host/console.js': ['console.js', 'text/javascript; charset=utf-8'],
}

/** The console's page and what it loads. */
export const files = async (path: string): Promise<HttpResponse> => {
  if (path === '/_host') return { status: 308, headers: { location: '/_host/' }, cookies: [], body: '' }
  const [file, type] = FILES[path] ?? []
  if (!file || !type) return problem(404, 'NotFound', 'There is no such page')
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    cookies: [],
    body: await readFile(new URL(file, import.meta.url)),
  }
}
