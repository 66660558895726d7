import { expect, test } from 'vitest'
import greeter from './fixtures/greeter/service.ts'
import { withHost } from './fixtures/with-host.ts'

test('outside demo mode a host has no pages of its own, and tells nobody its schema', async () => {
  await using host = await withHost([greeter], { demo: false })
  const console = await fetch(`${host.url}/_host/`)
  const clock = await fetch(`${host.url}/_host/clock`, { method: 'POST', body: '{}' })
  expect([console.status, clock.status]).toEqual([404, 404])

  const headers = { 'content-type': 'application/json', authorization: 'Bearer ana' }
  const body = JSON.stringify({ query: '{ __schema { queryType { name } } }' })
  const answer = await fetch(`${host.url}/graphql`, { method: 'POST', headers, body })
  const { data, errors } = (await answer.json()) as { data?: unknown; errors: readonly { message: string }[] }
  expect([data, errors[0]?.message]).toEqual([undefined, expect.stringContaining('introspection has been disabled')])
})
