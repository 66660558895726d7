import { describe, expect, test } from 'vitest'
import { interleave, median } from './interleave.ts'

describe('rivals', () => {
  test('take turns; the first round does not count, and one bad round changes nothing', async () => {
    const turns: string[] = []
    const rival = (name: string, figures: number[]) => async () => {
      turns.push(name)
      return figures.shift() ?? 0
    }
    const medians = await interleave({ a: rival('a', [999, 1, 2, 3]), b: rival('b', [0, 5, 500, 4]) }, 3)
    expect(turns.join('')).toBe('abababab')
    expect(medians).toEqual({ a: 2, b: 5 })
  })
})

test('the median of an even number of figures lies between the middle ones', () =>
  expect(median([4, 1, 3, 2])).toBe(2.5))
