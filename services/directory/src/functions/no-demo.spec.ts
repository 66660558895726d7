import { expect, test } from 'vitest'
import { request } from '#testing/gateway.ts'
import service from '../../service.ts'

Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for a deployment without demo',
  AWAYDAY_LOG: 'off',
})
delete process.env['AWAYDAY_DEMO']
const { handler } = await import('./demo-sign-in/lambda.ts')

test.each([
  ['GET /v1/demo/people', undefined],
  ['POST /v1/demo/sign-in', { person: 'ana' }],
  ['POST /v1/demo/sign-in', 'not even JSON'],
  ['DELETE /v1/demo/sign-in', undefined],
])('outside a demo there is no %s with %j', async (on, body) => {
  const { statusCode, body: answer = '' } = await handler(request(on, { body }))
  expect([statusCode, JSON.parse(answer).type]).toEqual([404, '/problems/NotFound'])
})

test('the manifest says so too, and of no other function', () => {
  const demos = Object.entries(service.functions).filter(([, of]) => 'demo' in of)
  expect(demos.map(([name]) => name)).toEqual(['demo-sign-in'])
})
