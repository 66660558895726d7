import { expect, test } from 'vitest'
import type { FunctionArtifact } from './build.ts'
import { overBudget, reportOf } from './report.ts'

const artifact = (bytes: number): FunctionArtifact => ({
  function: 'leave/api',
  sha256: 'ab'.repeat(32),
  zip: new Uint8Array(bytes),
  parts: [
    { of: 'mongodb', bytes: 900_000 },
    { of: 'services/leave', bytes: 100_500 },
  ],
  budget: 300_000,
})

test('a function tells its size, what it may have, its name, and what its bytes are for', () => {
  expect(reportOf([artifact(299_001)])).toEqual([
    'leave/api                     300 kB    of 300 kB  abababababab  mongodb 900 kB, services/leave 101 kB',
  ])
})

test('a function that is larger than its manifest allows is told, with what to do', () => {
  expect(overBudget([artifact(300_000)])).toEqual([])
  expect(overBudget([artifact(300_001)])).toEqual([
    'leave/api has 301 kB and may have 300 kB; the most of it is mongodb. Make it smaller, or raise budgetKb in its manifest.',
  ])
})
