import { describe, expect, test } from 'vitest'
import { type JsonSchema, misfits } from './fits.ts'

const text: JsonSchema = { type: 'string' }
const object = (properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
})

describe('what is given fits what is needed', () => {
  test.each<readonly [string, JsonSchema, JsonSchema]>([
    ['where it is the same', object({ person: text }), object({ person: text })],
    ['where it is more', object({ person: text, team: text }), object({ person: text })],
    ['where it is left out, and need not be there', object({}), object({ head: text }, [])],
    [
      'where it may be nothing',
      object({ head: { type: 'null' } }),
      object({ head: { anyOf: [text, { type: 'null' }] } }),
    ],
    ['where a whole number is a number', { type: 'integer' }, { type: 'number' }],
    ['where it is one of fewer values', { enum: ['am'] }, { enum: ['am', 'pm'] }],
    ['in lists', { type: 'array', items: text }, { type: 'array', items: text }],
  ])('%s', (_how, given, needed) => expect(misfits(given, needed, 'Moved')).toEqual([]))
})

describe('what does not fit is named', () => {
  test.each<readonly [string, JsonSchema, JsonSchema, string]>([
    ['a member that is gone', object({}), object({ team: text }), 'Moved.team is not published'],
    [
      'one that may be missing',
      object({ team: text }, []),
      object({ team: text }),
      'Moved.team is not always published',
    ],
    [
      'one of another kind',
      object({ n: text }),
      object({ n: { type: 'number' } }),
      'Moved.n is string, and number is needed',
    ],
    [
      'one that may be nothing now',
      object({ head: { anyOf: [text, { type: 'null' }] } }),
      object({ head: text }),
      'Moved.head is null, and string is needed',
    ],
    ['one of more values', { enum: ['am', 'noon'] }, { enum: ['am'] }, 'Moved is "am" or "noon", and "am" is needed'],
    [
      'one deep within',
      object({ days: { type: 'array', items: object({}) } }),
      object({ days: { type: 'array', items: object({ day: text }) } }),
      'Moved.days[].day is not published',
    ],
  ])('%s', (_what, given, needed, sentence) => expect(misfits(given, needed, 'Moved')).toEqual([sentence]))
})
