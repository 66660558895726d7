import { describe, expect, test } from 'vitest'
import { readAnswer, readGraphQL } from './answer.ts'
import { Broken, NotSignedIn, Unreachable } from './trouble.ts'

describe('an HTTP answer', () => {
  test('is its JSON, or nothing where there is no body', () => {
    expect(readAnswer({ status: 200, body: '{"token":"t"}' })).toEqual({ token: 't' })
    expect(readAnswer({ status: 204, body: '' })).toBeUndefined()
  })

  test('401 means that the session is over', () => {
    expect(() => readAnswer({ status: 401, body: '{"title":"Not signed in"}' })).toThrow(NotSignedIn)
  })

  test.each([429, 502, 503, 504])('%i may pass by itself', (status) => {
    expect(() => readAnswer({ status, body: '<html>' })).toThrow(Unreachable)
  })

  test('any other failure is told by the title of its problem', () => {
    const problem = JSON.stringify({ type: '/problems/CrossSite', title: 'For our own pages only', status: 403 })
    expect(() => readAnswer({ status: 403, body: problem })).toThrow(new Broken('For our own pages only'))
    expect(() => readAnswer({ status: 500, body: '<html>' })).toThrow(new Broken('answered 500'))
  })

  test('a page where JSON should be is a defect', () => {
    expect(() => readAnswer({ status: 200, body: '<html>' })).toThrow(Broken)
  })
})

describe('a GraphQL answer', () => {
  test('is its data', () => {
    expect(readGraphQL({ data: { me: 1 } })).toEqual({ me: 1 })
  })

  test('with errors is trouble, also where some data came along', () => {
    expect(() => readGraphQL({ data: { me: null }, errors: [{ message: 'no such field' }] })).toThrow(
      new Broken('no such field'),
    )
    expect(() => readGraphQL({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })).toThrow(NotSignedIn)
  })

  test.each([{}, { data: null }, null, 'text'])('without data is trouble: %j', (answer) => {
    expect(() => readGraphQL(answer)).toThrow(Broken)
  })
})
