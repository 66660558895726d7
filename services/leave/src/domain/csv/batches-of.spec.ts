import { addDays, newYearsDay } from '@awayday/kernel'
import { expect, test } from 'vitest'
import type { Entry } from '../person/entries.ts'
import { batchesOf } from './batches-of.ts'

const first = newYearsDay(2026)
const work: Entry = { kind: 'work', record: 'w', first, last: first, minutes: 480, on: null }
const leaveOf = (days: number, sick: boolean): Entry => ({
  kind: 'leave',
  request: 'r',
  leaveType: 'sick',
  dates: { kind: 'range', first, firstPart: 'whole', last: addDays(first, days - 1), lastPart: 'whole' },
  status: 'approved',
  askedOn: first,
  decidedBy: null,
  decidedOn: null,
  sick: sick ? { certificate: null } : null,
  free: false,
})
const sizes = (entries: readonly Entry[], closedYears = 0) =>
  batchesOf(
    entries.map((entry, row) => ({ row, entry })),
    closedYears,
  ).map(({ length }) => length)

test('many small things are brought in by few records, below the number of events that one holds', () =>
  expect(sizes(Array(45).fill(work))).toEqual([19, 19, 7]))

test('where many years are closed, each of which a record may correct, it brings in fewer', () => {
  const year: Entry = { kind: 'year', leaveType: 'vacation', last: first }
  expect(sizes(Array(30).fill(work), 45)).toEqual([10, 10, 10])
  expect(sizes(Array(30).fill(year), 19)).toEqual([10, 10, 10])
  expect(sizes(Array(3).fill(work), 120)).toEqual([1, 1, 1])
})

test('long leave is brought in by more of them, below what one may weigh', () => {
  expect(sizes(Array(9).fill(leaveOf(366, false)))).toEqual([6, 3])
  expect(sizes(Array(5).fill(leaveOf(30, true)))).toEqual([2, 2, 1])
})

test('what alone is more than that is still brought in', () =>
  expect(sizes([work, leaveOf(3_000, false), work])).toEqual([1, 1, 1]))
