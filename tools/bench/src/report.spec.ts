import { expect, test } from 'vitest'
import { table } from './report.ts'

test('a table shows figures, ratios and what was promised', () => {
  const report = table({
    title: 'Appends a second, SQLite',
    unit: '/s',
    decimals: 0,
    floor: { what: 'the bare driver', figure: 10_000 },
    lines: [
      { what: 'ours', figure: 8_500, target: { atLeast: 0.8 } },
      { what: 'ours, asleep', figure: 500, target: { atLeast: 0.8 } },
      { what: 'a slow one', figure: 30_000, target: { atMost: 2.5 } },
      { what: 'somebody else', figure: 2_500 },
      { what: 'one with a limit', figure: 100, target: { below: 2_000 } },
    ],
  })
  expect(report.split('\n')).toEqual([
    'Appends a second, SQLite',
    '  the bare driver   10000 /s  x 1.00',
    '  ours               8500 /s  x 0.85  kept: at least x 0.8',
    '  ours, asleep        500 /s  x 0.05  MISSED: at least x 0.8',
    '  a slow one        30000 /s  x 3.00  MISSED: at most x 2.5',
    '  somebody else      2500 /s  x 0.25',
    '  one with a limit    100 /s  x 0.01  kept: below 2000',
    '',
  ])
})
