import { describe, expect, test } from 'vitest'
import { moved } from './grid-moves.ts'

const grid = { rows: 3, columns: 30, isRtl: false }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })
const middle = { row: 1, column: 10 }

describe('a key in the grid', () => {
  test.each([
    ['ArrowUp', { row: 0, column: 10 }],
    ['ArrowDown', { row: 2, column: 10 }],
    ['ArrowLeft', { row: 1, column: 9 }],
    ['ArrowRight', { row: 1, column: 11 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 29 }],
  ])('%s leads to the next cell that way', (key, place) => {
    expect(moved(middle, press(key), grid)).toEqual(place)
  })

  test('with Control, Home and End lead to the corners', () => {
    expect(moved(middle, press('Home', true), grid)).toEqual({ row: 0, column: 0 })
    expect(moved(middle, press('End', true), grid)).toEqual({ row: 2, column: 29 })
  })

  test('never leads out of it', () => {
    expect(moved({ row: 0, column: 0 }, press('ArrowUp'), grid)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 0, column: 0 }, press('ArrowLeft'), grid)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 2, column: 29 }, press('ArrowDown'), grid)).toEqual({ row: 2, column: 29 })
    expect(moved({ row: 2, column: 29 }, press('ArrowRight'), grid)).toEqual({ row: 2, column: 29 })
  })

  test('follows the direction of the script', () => {
    expect(moved(middle, press('ArrowRight'), { ...grid, isRtl: true })).toEqual({ row: 1, column: 9 })
  })

  test('is left to others where it does not move', () => {
    expect(moved(middle, press('Tab'), grid)).toBeUndefined()
  })
})
