import { describe, expect, test } from 'vitest'
import { intents } from './intents.ts'

const counted = () => {
  let n = 0
  return intents(() => `id-${++n}`)
}

describe('a wish', () => {
  test('keeps its command id until it is answered', () => {
    const { idFor } = counted()
    expect([idFor({ day: 1 }), idFor({ day: 1 })]).toEqual(['id-1', 'id-1'])
  })

  test('is another one after an answer, though it says the same', () => {
    const { idFor, answered } = counted()
    const first = idFor({ day: 1 })
    answered()
    expect([first, idFor({ day: 1 })]).toEqual(['id-1', 'id-2'])
  })

  test('is another one once it is changed', () => {
    const { idFor } = counted()
    expect([idFor({ day: 1 }), idFor({ day: 2 }), idFor({ day: 2 })]).toEqual(['id-1', 'id-2', 'id-2'])
  })
})
