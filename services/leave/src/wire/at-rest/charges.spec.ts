import { addDays } from '@awayday/kernel'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Charge } from '#domain/time/charged.ts'
import { day } from '#testing/office.ts'
import { RUNS } from '#testing/runs.ts'
import { charges, chargesAtRest } from './charges.ts'

const charge = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-01-01'), n)),
    part: fc.constantFrom<Charge['part'][]>('whole', 'am', 'pm', 'half', { from: 540, to: 720 }),
    unit: fc.constantFrom('day' as const, 'minute' as const),
    n: fc.integer({ min: 1, max: 14_400_000 }),
  })
  .chain((one): fc.Arbitrary<Charge> => fc.constantFrom<Charge[]>(one, { ...one, sandwiched: true }))

test('what days cost is read as it was, in any unit and part', () =>
  fc.assert(
    fc.property(fc.array(charge, { maxLength: 5 }), (all) => {
      expect(v.parse(charges, JSON.parse(JSON.stringify(chargesAtRest(all))))).toEqual(all)
    }),
    { numRuns: RUNS },
  ))

test('what is usual is left out', () =>
  expect(
    chargesAtRest([
      { day: day('2026-06-05'), part: 'whole', unit: 'day', n: 10_000 },
      { day: day('2026-06-08'), part: 'whole', unit: 'minute', n: 4_800_000 },
    ]),
  ).toEqual([
    ['2026-06-05', 10_000],
    ['2026-06-08', 4_800_000, 'minute'],
  ]))
