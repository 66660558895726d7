import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksOf, smoke } from './smoke.ts'

/** What each path answers; anything else is not found. */
let answers: Record<string, readonly [number, string]> = {}
const server = createServer((request, response) => {
  const [status, body] = answers[request.url ?? ''] ?? [404, 'Not Found']
  response.writeHead(status).end(body)
})
let url = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const well = {
  '/leave/readyz': [200, '{"status":"ok"}'],
  '/leave/version': [200, '{"service":"leave","version":"abc"}'],
  '/': [200, '<title>Awayday</title>'],
  '/v1/leave/balances': [401, ''],
  '/graphql': [401, ''],
} as const

test('what works is let pass', async () => {
  answers = { ...well }
  await smoke(url, checksOf({ leave: 'abc' }), 1)
})

test('what does not is told, all of it, and how to go back', async () => {
  answers = { ...well, '/leave/version': [200, '{"version":"old"}'], '/graphql': [200, '{"data":{}}'] }
  await expect(smoke(url, checksOf({ leave: 'abc' }), 1)).rejects.toThrow(
    `${url} does not work as it should; what ran before is back with pnpm rollback:
  /leave/version answered 200: {"version":"old"}
  /graphql answered 200: {"data":{}}`,
  )
})

test('what takes a moment is waited for', async () => {
  answers = {}
  const tried = smoke(url, checksOf({ leave: 'abc' }), 30)
  setTimeout(() => {
    answers = { ...well }
  }, 60)
  await tried
})
