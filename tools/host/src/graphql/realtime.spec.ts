import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import greeter from '../fixtures/greeter/service.ts'
import { openLine, start } from '../fixtures/line.ts'
import { withHost } from '../fixtures/with-host.ts'
import { realtime } from './realtime.ts'

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost([greeter])
})
afterAll(() => host[Symbol.asyncDispose]())

const query = 'subscription { greeted { text } }'
const opened = async (who: string) => {
  const line = await openLine(host.url, who)
  line.say({ type: 'connection_init' })
  await line.hears('connection_ack')
  return line
}

describe('a line for live changes', () => {
  test('is for those whom a token names', async () => {
    for (const who of [undefined, 'nobody']) {
      const line = await openLine(host.url, who)
      line.say({ type: 'connection_init' })
      expect(await line.hears('connection_error')).toMatchObject({
        payload: { errors: [{ errorType: 'UnauthorizedException', errorCode: 401 }] },
      })
    }
  })

  test('and so is each subscription on it', async () => {
    const line = await opened('ana')
    line.say(start('nobody', query))
    expect(await line.hears('error')).toMatchObject({ payload: { errors: [{ errorType: 'UnauthorizedException' }] } })
    line.close()
  })

  test.each([
    ['is no GraphQL', '{', 'Syntax Error'],
    ['asks for what is not there', 'subscription { nothing }', 'Cannot query field "nothing"'],
    ['is no subscription', '{ broken }', 'Over this line one subscribes'],
  ])('says what is wrong with a subscription that %s', async (_what, wrong, message) => {
    const line = await opened('ana')
    line.say(start('ana', wrong))
    expect(await line.hears('error')).toMatchObject({
      id: '1',
      payload: { errors: [{ message: expect.stringContaining(message) }] },
    })
    line.close()
  })

  test('ends a subscription when it is asked to', async () => {
    const line = await opened('ana')
    line.say(start('ana', query))
    await line.hears('start_ack')
    line.say({ type: 'stop', id: '1' })
    expect(await line.hears('complete')).toMatchObject({ id: '1' })
    line.close()
  })

  test('is closed when something else is said on it', async () => {
    const line = await opened('ana')
    line.say({ type: 'sing' })
    expect(await line.hears('connection_error')).toMatchObject({
      payload: { errors: [{ errorType: 'UnsupportedOperation' }] },
    })
  })

  test('is closed when something goes wrong behind it, and nothing else is', async () => {
    using lines = realtime(
      async () => ({ type: 'allowed', context: {} }),
      async () => {
        throw new Error('out of order')
      },
    )
    const server = createServer().on('upgrade', lines.upgrade).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const line = await openLine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'ana')
    line.say({ type: 'connection_init' })
    await line.hears('connection_ack')
    line.say(start('ana', query))
    expect(await line.closed).toBe(1011)
    server.close()
  })

  test('is nowhere but at its path, and speaks no other protocol', async () => {
    const { host: name } = new URL(host.url)
    for (const [path, protocol] of [
      ['/graphql', 'graphql-ws'],
      ['/graphql/realtime', 'chat'],
    ] as const) {
      const socket = new WebSocket(`ws://${name}${path}`, protocol)
      await new Promise((resolve) => socket.addEventListener('error', resolve))
    }
  })
})
