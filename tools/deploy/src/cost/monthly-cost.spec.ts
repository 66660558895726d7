import { getOperationAST, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import type { ServiceArtifact } from '../build/artifact.ts'
import { built } from '../testing/deployed.ts'
import { costTold, monthlyCost } from './monthly-cost.ts'
import { PER_PERSON } from './traffic.ts'

const services = Object.values(built)
const withLeave = (more: Partial<ServiceArtifact>): readonly ServiceArtifact[] => [
  built.directory,
  { ...built.leave, ...more },
  built.dashboard,
]

describe('what a month costs', () => {
  const cost = monthlyCost(services, 100)

  test('is something in every part, and less than a cup of coffee for a hundred people', () => {
    for (const part of Object.values(cost)) expect(part).toBeGreaterThan(0)
    expect(Object.values(cost).reduce((sum, each) => sum + each)).toBeLessThan(3)
  })

  test('grows with people, but what runs by itself does not', () => {
    const twice = monthlyCost(services, 200)
    const none = monthlyCost(services, 0)
    expect(none.gateways).toBe(0)
    expect(none.functions).toBeGreaterThan(0)
    for (const part of ['functions', 'tables', 'gateways', 'events'] as const)
      expect(twice[part] - none[part]).toBeCloseTo(2 * (cost[part] - none[part]))
  })

  test('grows with what a function is given', () => {
    const { functions: before } = built.leave.manifest
    const functions = Object.fromEntries(Object.entries(before).map(([name, fn]) => [name, { ...fn, memoryMb: 2_048 }]))
    const grown = monthlyCost(withLeave({ manifest: { ...built.leave.manifest, functions } }), 100)
    expect(grown.functions).toBeGreaterThan(cost.functions * 1.2)
    expect(grown.tables).toBe(cost.tables)
  })

  test('grows with what a use case takes', () => {
    const units = { ...built.leave.units, balances: { reads: 400, writes: 0 } }
    const grown = monthlyCost(withLeave({ units }), 100)
    expect(grown.tables).toBeGreaterThan(cost.tables)
    expect(grown.functions).toBe(cost.functions)
  })

  test('knows how often people ask everything that the app asks', () => {
    const names = built.dashboard.operations?.map((text) => getOperationAST(parse(text))?.name?.value)
    expect(Object.keys(PER_PERSON).sort()).toEqual(names?.sort())
  })
})

test('a person is told what it costs now and would, part by part', () => {
  const before = { functions: 0.5, tables: 0.25, gateways: 0.1, events: 0, alarms: 1.2 }
  expect(costTold(before, { ...before, tables: 0.5 }, 100)).toEqual([
    'a month with 100 people, in US dollars (us-east-1, as of 2024-11-01; without storage and logs, before free tiers)',
    '  functions 0.50 -> 0.50',
    '  tables    0.25 -> 0.50',
    '  gateways  0.10 -> 0.10',
    '  events    0.00 -> 0.00',
    '  alarms    1.20 -> 1.20',
    '  together  2.05 -> 2.30',
  ])
  expect(costTold(undefined, before, 10)).toContain('  together  2.05')
})
