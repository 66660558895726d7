import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { HttpResponse } from '../http/response.ts'
import type { Page } from '../http/server.ts'
import { CONTENT_SECURITY_POLICY } from './security.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

export const typeOf = (file: string): string => TYPES[extname(file)] ?? 'application/octet-stream'

/** Files under `assets/` carry a hash of their content in their name and may be kept for ever. */
export const keptFor = (file: string): string =>
  file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

const SECURITY = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Files of one path: letters, digits, `-_.~@`, no leading dot in any part, so nothing outside the folder can be named. */
const SAFE = /^(?:\/[A-Za-z0-9_~@-][A-Za-z0-9_.~@-]*)+$/

/** The web app: its files, and `index.html` for every path of the app itself. */
export const webFiles =
  (folder: URL | undefined, ready: Promise<void> | undefined): Page =>
  (_request, _response, { method, path, headers }) => {
    if (!folder || (method !== 'GET' && method !== 'HEAD')) return undefined
    const isFile = extname(path) !== '' && SAFE.test(path)
    const isPage = path === '/' || (!isFile && (headers['accept'] ?? '').includes('text/html'))
    if (!isFile && !isPage) return undefined
    return serve(folder, isFile ? path.slice(1) : 'index.html', ready)
  }

const serve = async (folder: URL, file: string, ready: Promise<void> | undefined): Promise<HttpResponse> => {
  await ready
  const body = await readFile(new URL(file, folder)).catch(() => undefined)
  if (!body) return { status: 404, headers: { 'content-type': 'text/plain' }, cookies: [], body: 'Not Found' }
  return {
    status: 200,
    headers: {
      'content-type': typeOf(file),
      'cache-control': keptFor(file),
      ...SECURITY,
    },
    cookies: [],
    body,
  }
}
