import { describe, expect, test } from 'vitest'
import { router } from './router.ts'

const routes = [
  'GET /pets',
  'GET /pets/{id}',
  'GET /pets/dog',
  'ANY /pets/{id}',
  'GET /pets/{id}/food/{food}',
  'ANY /pets/{proxy+}',
  'GET /pets/dog/{proxy+}',
  'POST /{proxy+}',
] as const
const match = router(routes.map((route) => [route, route]))

describe('the route of a request', () => {
  test.each([
    ['GET', '/pets', 'GET /pets', undefined],
    ['GET', '/pets/1', 'GET /pets/{id}', { id: '1' }],
    ['GET', '/pets/dog', 'GET /pets/dog', undefined],
    ['POST', '/pets/dog', 'ANY /pets/{id}', { id: 'dog' }],
    ['GET', '/pets/1/food/hay', 'GET /pets/{id}/food/{food}', { id: '1', food: 'hay' }],
    ['POST', '/pets/1/food/hay', 'ANY /pets/{proxy+}', { proxy: '1/food/hay' }],
    ['GET', '/pets/dog/a/b', 'GET /pets/dog/{proxy+}', { proxy: 'a/b' }],
    ['DELETE', '/pets/dog/a/b', 'ANY /pets/{proxy+}', { proxy: 'dog/a/b' }],
    ['POST', '/pets', 'POST /{proxy+}', { proxy: 'pets' }],
    ['POST', '/a/b/c', 'POST /{proxy+}', { proxy: 'a/b/c' }],
  ])('%s %s is %s', (method, path, routeKey, parameters) =>
    expect(match(method, path)).toEqual({ target: routeKey, routeKey, parameters }),
  )

  test.each([
    ['GET', '/'],
    ['POST', '/'],
    ['GET', '/cats'],
    ['PUT', '/pets'],
  ])('%s %s has none', (method, path) => expect(match(method, path)).toBeUndefined())
})

describe('a list of routes', () => {
  test.each([
    [['/pets'], '"/pets" is not a route of an HTTP API, such as "GET /pets/{id}"'],
    [['GET /a{id}'], '"GET /a{id}" has a variable within a segment'],
    [['GET /{all+}/b'], '"GET /{all+}/b" has a greedy variable before its end'],
    [['GET /a/{id}', 'GET /a/{name}'], '"GET /a/{name}" and "GET /a/{id}" are the same route'],
  ])('%j is refused', (wrong, sentence) =>
    expect(() => router(wrong.map((route) => [route, route]))).toThrow(new Error(sentence)),
  )
})
