import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withHost } from '../fixtures/with-host.ts'

const services: readonly ServiceManifest[] = [directory, leave]

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost(services)
})
afterAll(() => host[Symbol.asyncDispose]())

test.each([
  ['/healthz', { status: 'ok' }],
  ['/leave/healthz', { status: 'ok' }],
  ['/leave/readyz', { status: 'ok', store: 'sqlite' }],
  ['/leave/version', { service: 'leave', version: 'source' }],
  ['/readyz', { directory: { status: 'ok', store: 'sqlite' }, leave: { status: 'ok', store: 'sqlite' } }],
  [
    '/version',
    { directory: { service: 'directory', version: 'source' }, leave: { service: 'leave', version: 'source' } },
  ],
])('%s answers whoever asks', async (path, said) => {
  const answer = await fetch(`${host.url}${path}`)
  expect([answer.status, await answer.json()]).toEqual([200, said])
})
