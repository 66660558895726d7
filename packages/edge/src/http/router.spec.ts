import { describe, expect, test } from 'vitest'
import { router } from './router.ts'

const find = router(
  ['GET /a', 'POST /a', 'GET /a/{id}', 'PUT /a/{id}', 'GET /a/me', 'GET /a/me/x', 'GET /a/{id}/y/{part}'].map((on) => ({
    on,
  })),
)
const lead = (method: string, path: string) => {
  const match = find(method, path)
  return match.route ? match.route.on : match.allowed
}

describe('a path', () => {
  test.each([
    ['GET', '/a', 'GET /a'],
    ['POST', '/a', 'POST /a'],
    ['GET', '/a/7', 'GET /a/{id}'],
    ['GET', '/a/me', 'GET /a/me'],
    ['GET', '/a/me/x', 'GET /a/me/x'],
    ['GET', '/a/me/y/z', 'GET /a/{id}/y/{part}'],
    ['GET', '/a/7/y/z', 'GET /a/{id}/y/{part}'],
    ['PUT', '/a/me', 'PUT /a/{id}'],
  ])('%s %s leads to %s', (method, path, on) => expect(lead(method, path)).toBe(on))

  test.each([
    ['GET', '/', []],
    ['GET', '', []],
    ['GET', '/a/', []],
    ['GET', '/b', []],
    ['GET', '/a/7/y', []],
    ['GET', '/a/7/y/', []],
    ['GET', '/A', []],
    ['GET', '/__proto__', []],
    ['DELETE', '/a', ['GET', 'POST']],
    ['POST', '/a/7', ['GET', 'PUT']],
  ])('%s %s leads nowhere, though %j would', (method, path, allowed) => expect(lead(method, path)).toEqual(allowed))
})

describe('two routes', () => {
  test('for the same requests are a defect', () =>
    expect(() => router([{ on: 'GET /a/{id}' }, { on: 'GET /a/{name}' }])).toThrow(
      'GET /a/{id} and GET /a/{name} are the same route',
    ))
})
