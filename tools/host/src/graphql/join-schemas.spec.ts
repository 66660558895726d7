import { describe, expect, test } from 'vitest'
import { joinSchemas, printJoined } from './join-schemas.ts'

const directory = { service: 'directory', sdl: 'scalar Date\ntype Query { me: String! }\ntype Mutation { add: Date }' }
const leave = {
  service: 'leave',
  sdl: 'extend type Query { balance(on: Date): Int }\nextend type Mutation { ask: Int }',
}

describe('the schemas of services', () => {
  test('are one, whoever comes first', () => {
    const joined = printJoined([leave, directory])
    expect(joined).toBe(`type Query {
  balance(on: Date): Int
  me: String!
}

type Mutation {
  ask: Int
  add: Date
}

scalar Date`)
  })

  test('keep which service answers which field', () =>
    expect([...joinSchemas([directory, leave]).owners]).toEqual([
      ['Query.me', 'directory'],
      ['Mutation.add', 'directory'],
      ['Query.balance', 'leave'],
      ['Mutation.ask', 'leave'],
    ]))

  test('that declare the same field are refused by name', () =>
    expect(() => joinSchemas([directory, { service: 'leave', sdl: 'extend type Query { me: Int }' }])).toThrow(
      new Error('Query.me is declared by directory and by leave'),
    ))
})
