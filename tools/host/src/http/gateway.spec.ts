import { openHttp } from '@awayday/manifest'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fromSource } from '../functions/from-source.ts'
import { invocationLog } from '../functions/invocations.ts'
import { invoker } from '../functions/invoke.ts'
import { gateway } from './gateway.ts'

/** `lambda.ts` of the fixture never answers when it is asked to hang. */
const hanging = (timeoutS: number) => ({
  id: 'greeter/hello',
  service: 'greeter',
  name: 'hello',
  manifest: { on: openHttp('GET /hello'), timeoutS },
  module: new URL('../fixtures/greeter/src/functions/hello/lambda.ts', import.meta.url),
})
const request = {
  method: 'GET',
  path: '/hello',
  query: 'mode=hang',
  headers: {},
  cookies: undefined,
  protocol: 'HTTP/1.1',
  sourceIp: '127.0.0.1',
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const answerAfter = async (timeoutS: number, seconds: number): Promise<readonly unknown[]> => {
  const log = invocationLog()
  const fn = hanging(timeoutS)
  const invoke = invoker(() => 0, log, fromSource())
  await invoke(fn, {}, 'warm') // so that its module is loaded before time runs
  const { match, answer } = gateway([fn], undefined, invoke, () => 0)
  const route = match('GET', '/hello')
  if (!route) throw new Error('no route')
  const answered = answer(route, request, undefined)
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  const { status, body } = await answered
  return [status, body, log.last().at(-1)?.outcome]
}

describe('a function that does not answer', () => {
  test('is a 500 when its own time is up', async () =>
    expect(await answerAfter(29, 29)).toEqual([500, '{"message":"Internal Server Error"}', 'timed out']))

  test('is a 503 after the gateway’s 30 seconds', async () =>
    expect(await answerAfter(30, 30)).toEqual([503, '{"message":"Service Unavailable"}', 'timed out']))
})
