import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withHost } from '../fixtures/with-host.ts'
import { smallCompany } from './small-company.ts'

const services: readonly ServiceManifest[] = [directory, leave]
const schedules = services.flatMap(({ name, functions }) =>
  Object.entries(functions).flatMap(([fn, { on }]) => (on.kind === 'schedule' ? [`${name}/${fn}`] : [])),
)

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost(services)
  await smallCompany(host)
  await host.settled()
})
afterAll(() => host[Symbol.asyncDispose]())

test.each(schedules)('%s has a company to do, and does only what its manifest says', async (id) => {
  await host.invoke(id, {}) // throws what the function threw
})

test('all that follows from founding a company is done, within what manifests say', async () =>
  expect(await (await fetch(`${host.url}/_host/streams`)).json()).toEqual([]))
