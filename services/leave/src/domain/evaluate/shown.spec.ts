import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { exactText, shown } from './shown.ts'

describe('an amount is printed exactly', () => {
  test.each([
    [25_000, 'day', '2.5'],
    [-1, 'day', '-0.0001'],
    [0, 'hour', '0'],
    [900_000, 'hour', '1.5'],
    [-200_000, 'hour', '-1/3'],
    [1_400_000, 'hour', '7/3'],
    [60, 'hour', '0.0001'],
    [1, 'hour', '1/600000'],
    [15_000, 'minute', '1.5'],
  ] as const)('%i as %s is %s', (n, unit, text) => expect(shown(n, unit)).toBe(text))

  const valueIn = (text: string): readonly [bigint, bigint] => {
    if (text.includes('/')) {
      const [over = '0', under = '1'] = text.split('/')
      return [BigInt(over), BigInt(under)]
    }
    const decimals = text.split('.')[1]?.length ?? 0
    return [BigInt(text.replace('.', '')), 10n ** BigInt(decimals)]
  }

  test('whatever it is', () =>
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 7n), (over, under) => {
        const [top, bottom] = valueIn(exactText(over, under))
        expect(top * under).toBe(over * bottom)
      }),
      { numRuns: RUNS },
    ))
})
