import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from './ids.ts'
import { addMs, epochMs, fromEpochMs } from './instant.ts'

const instants = fc
  .date({ min: new Date('1900-01-01T00:00:00.000Z'), max: new Date('2199-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString() as Instant)

describe('an instant', () => {
  test('is counted in milliseconds as Date does', () =>
    fc.assert(fc.property(instants, (at) => epochMs(at) === Date.parse(at))))
  test('comes back from its milliseconds', () =>
    fc.assert(fc.property(instants, (at) => fromEpochMs(epochMs(at)) === at)))
  test('moves over the end of a year', () =>
    expect(addMs('2026-12-31T23:59:59.999Z' as Instant, 1)).toBe('2027-01-01T00:00:00.000Z'))
})
