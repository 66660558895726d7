import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { expect, test } from 'vitest'
import { withHost } from '../fixtures/with-host.ts'

const services: readonly ServiceManifest[] = [directory, leave]

test('a service that is set up wrongly is not well, and the product is not ready', async () => {
  await using host = await withHost(services, { env: { AWAYDAY_SECRET: 'short' } })
  const asked = async (path: string) => (await fetch(`${host.url}${path}`)).status
  expect([await asked('/healthz'), await asked('/leave/healthz'), await asked('/readyz')]).toEqual([200, 500, 503])
})
