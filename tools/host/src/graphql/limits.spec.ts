import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { sizeLimits } from './limits.ts'

const schema = buildSchema('type Query { a: A } type A { a: A b: A n: Int }')
const messages = (query: string): readonly string[] =>
  validate(schema, parse(query), [sizeLimits]).map(({ message }) => message)

const nested = (depth: number): string => (depth === 1 ? '{ n }' : `{ a ${nested(depth - 1)} }`)
const aliases = (count: number): string => `{ a { ${Array.from({ length: count }, (_, n) => `n${n}: n`).join(' ')} } }`
/** Each fragment uses the next one twice: sixteen of them are 65,536 fields. */
const bomb = `{ a { ...F0 } } ${Array.from({ length: 10 }, (_, n) => `fragment F${n} on A { a { ...F${n + 1} } b { ...F${n + 1} } }`).join(' ')} fragment F10 on A { n }`

describe('a query', () => {
  test('of twelve levels is taken', () => expect(messages(nested(12))).toEqual([]))
  test('of thirteen is refused', () => expect(messages(nested(13))).toEqual(['The query is deeper than 12 levels.']))
  test('with thirty aliases is taken', () => expect(messages(aliases(30))).toEqual([]))
  test('with more is refused, once', () =>
    expect(messages(aliases(40))).toEqual(['The query has more than 30 aliases.']))
  test('whose fragments grow by powers is refused', () =>
    expect(messages(bomb)).toEqual(['The query asks for more than 1000 fields.']))
  test('whose fragments use each other without end is measured all the same', () =>
    expect(messages('{ a { ...F } } fragment F on A { a { ...F } }')).toEqual([]))
  test('of introspection is not counted', () =>
    expect(messages('{ __schema { types { fields { type { ofType { ofType { name } } } } } } a { n } }')).toEqual([]))
})
