import {
  authorizer,
  event,
  eventTable,
  graphql,
  http,
  openHttp,
  type ServiceManifest,
  schedule,
  stream,
  type Trigger,
} from '@awayday/manifest'
import { describe, expect, test } from 'vitest'
import { plan } from './plan.ts'

const service = (
  functions: Readonly<Record<string, Trigger>>,
  more: Partial<ServiceManifest> = {},
): ServiceManifest => ({
  name: 'leave',
  root: import.meta.url,
  functions: Object.fromEntries(Object.entries(functions).map(([name, on]) => [name, { on }])),
  tables: { events: eventTable() },
  ...more,
})

describe('what the host does not simulate is refused by name', () => {
  test.each<readonly [sentence: string, services: readonly ServiceManifest[]]>([
    ['leave/a: the trigger "queue" is not simulated', [service({ a: { kind: 'queue' } as never })]],
    [
      'leave/a: "at(2027-01-01T00:00:00)": one-time schedules are not simulated',
      [service({ a: schedule('at(2027-01-01T00:00:00)') })],
    ],
    [
      'leave/a: "cron(0 0 L-3 * ? *)" has a field that is not simulated',
      [service({ a: schedule('cron(0 0 L-3 * ? *)') })],
    ],
    ['leave/a: "HEY /x" is not a route of an HTTP API, such as "GET /pets/{id}"', [service({ a: openHttp('HEY /x') })]],
    ['leave/a: "GET /_host/x" is a path of the host itself', [service({ a: openHttp('GET /_host/x') })]],
    ['leave/a: "POST /graphql" is a path of the host itself', [service({ a: openHttp('POST /graphql') })]],
    [
      'leave/a: an empty list matches nothing at "detail-type"',
      [service({ a: event({ source: 'x', types: [] }, []) })],
    ],
    ['leave/a needs a signed-in caller, and no function is an authorizer', [service({ a: http('GET /x') })]],
    ['leave/a needs a signed-in caller, and no function is an authorizer', [service({ a: graphql('schema.graphql') })]],
    [
      'leave/a and leave/b are both authorizers; there is one in the product',
      [service({ a: authorizer(), b: authorizer() })],
    ],
    ['leave/a: only the feed of the table "events" is simulated, not of "others"', [service({ a: stream('others') })]],
    [
      '"GET /x" and "GET /x" are the same route',
      [service({ a: openHttp('GET /x') }), service({ b: openHttp('GET /x') }, { name: 'chat' })],
    ],
    [
      'leave and chat both have a web app; the host serves one',
      [service({}, { web: { folder: 'dist' } }), service({}, { name: 'chat', web: { folder: 'dist' } })],
    ],
  ])('%s', (sentence, services) => expect(() => plan(services, true)).toThrow(new Error(sentence)))
})

describe('functions that exist in demo mode only', () => {
  const services = [service({}, { functions: { a: { on: openHttp('GET /x'), demo: true } } })]
  test('are there in it', () => expect([...plan(services, true).byId.keys()]).toEqual(['leave/a']))
  test('are not there elsewhere', () => expect([...plan(services, false).byId.keys()]).toEqual([]))
})
