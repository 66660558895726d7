import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineService } from '@awayday/manifest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withHost } from '../fixtures/with-host.ts'

let folder: string
let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'awayday-web-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'no')
  writeFileSync(join(folder, 'dist/index.html'), '<p>app')
  writeFileSync(join(folder, 'dist/assets/index-abc.js'), 'app()')
  const root = pathToFileURL(join(folder, 'service.ts')).href
  host = await withHost([defineService({ name: 'app', root, functions: {}, tables: {}, web: { folder: 'dist' } })])
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const get = (path: string, accept = 'text/html,*/*') => fetch(`${host.url}${path}`, { headers: { accept } })

describe('the web app', () => {
  test.each(['/', '/requests', '/people/ana'])('is its page under %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
      200,
      '<p>app',
      'no-cache',
    ])
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self';.*frame-ancestors 'none'/)
  })

  test('is its page at the front door for whoever asks, a health check or curl included', async () => {
    expect([(await get('/', '*/*')).status, (await get('/requests', '*/*')).status]).toEqual([200, 404])
  })

  test('has files whose names carry a hash, kept for ever', async () => {
    const answer = await get('/assets/index-abc.js', '*/*')
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
  })

  test.each([
    '/nothing.js',
    '/assets/',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/.built-from',
    '/assets/..%2f..%2fsecret.txt',
  ])('has no file %s', async (path) => expect((await get(path, '*/*')).status).toBe(404))

  test('is not what a program gets that asks for JSON', async () =>
    expect(await (await get('/v1/nothing', 'application/json')).json()).toEqual({ message: 'Not Found' }))
})
