import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { json } from 'node:stream/consumers'
import { verify } from '@awayday/contract-testing'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { expect, test } from 'vitest'
import { busContract, given } from '../../bus.contract.ts'
import { acceptedBy } from '../sqlite/accepted.ts'
import { sqliteBus } from '../sqlite/bus.ts'
import { putEvents } from '../sqlite/put-events.ts'
import { eventBridgeBus } from './bus.ts'

type Answer = { readonly status: number; readonly body: unknown }
type PutEvents = (request: unknown) => Answer

/** The protocol over HTTP: the SDK's own client talks to it. */
const served = async (answer: PutEvents) => {
  const server = createServer(async (request, response) => {
    const isPutEvents = request.headers['x-amz-target'] === 'AWSEvents.PutEvents'
    const { status, body } = isPutEvents ? answer(await json(request)) : { status: 404, body: {} }
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = new EventBridgeClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'local',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  })
  const close = async (): Promise<void> => {
    client.destroy()
    server.closeAllConnections()
    server.close()
  }
  return { bus: eventBridgeBus(client, 'awayday'), [Symbol.asyncDispose]: close }
}

/** PutEvents in front of a local bus; `first` may answer in its stead, for as long as it wants to. */
const overLocal = async (
  first: (request: { Entries: unknown[] }, honest: PutEvents) => Answer | undefined = () => undefined,
) => {
  const local = sqliteBus(new DatabaseSync(':memory:'))
  const honest: PutEvents = (request) => putEvents(local, request, '2027-01-01T00:00:00.000Z')
  const server = await served((request) => first(request as { Entries: unknown[] }, honest) ?? honest(request))
  return { ...server, received: acceptedBy(local) }
}

verify('EventBridge bus', busContract, { open: overLocal, given })

test('what failed within a 200 is sent again, and only that', async () => {
  const calls: number[] = []
  await using observed = await overLocal(({ Entries }, honest) => {
    calls.push(Entries.length)
    if (calls.length > 1) return undefined
    const taken = honest({ Entries: Entries.slice(1) }).body as { readonly Entries: readonly unknown[] }
    return {
      status: 200,
      body: { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }, ...taken.Entries] },
    }
  })
  const { event, tenant } = given()
  await observed.bus.publish([event(1), event(2), event(3)])
  const ids = (await observed.received(tenant)).map(({ detail }) => detail.id)
  expect([calls, ids]).toEqual([
    [3, 1],
    ['person/2@1.0', 'person/3@1.0', 'person/1@1.0'],
  ])
})

test('what fails every time makes the bus unavailable', async () => {
  await using observed = await overLocal(({ Entries }) => ({
    status: 200,
    body: { FailedEntryCount: Entries.length, Entries: Entries.map(() => ({ ErrorCode: 'InternalFailure' })) },
  }))
  await expect(observed.bus.publish([given().event(1)])).rejects.toMatchObject({
    name: 'BusUnavailable',
    message: 'EventBridge refused 1 of 1 events',
  })
})

test('an EventBridge that does not answer makes the bus unavailable', async () => {
  await using observed = await overLocal(() => ({ status: 500, body: { __type: 'InternalException' } }))
  await expect(observed.bus.publish([given().event(1)])).rejects.toMatchObject({ name: 'BusUnavailable' })
})
