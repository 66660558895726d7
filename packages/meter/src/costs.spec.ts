import { describe, expect, test } from 'vitest'
import { type Costs, changesOf, costsIn, tableOf } from './costs.ts'

const costs: Costs = {
  approveLeave: { 'events.read': { reads: 2, writes: 0 }, 'events.append': { reads: 0, writes: 1 } },
  'approveLeave, followed': { 'rows.load': { reads: 1.5, writes: 0 }, 'tenants.all': { reads: 0, writes: 0 } },
  settingSchema: {},
}

describe('the table of what use cases cost', () => {
  test('has a line for each call that costs something', () =>
    expect(tableOf(costs)).toBe(`use case                call           reads  writes
approveLeave            events.append  0      1
approveLeave            events.read    2      0
approveLeave, followed  rows.load      1.5    0
settingSchema           -              0      0
`))

  test('says all that changes are told from', () => {
    expect(changesOf(costsIn(tableOf(costs)), costs)).toEqual([])
    expect(tableOf(costsIn(tableOf(costs)))).toBe(tableOf(costs))
  })
})

describe('what has changed', () => {
  test('names the call that grew, and before it the one that grew more', () => {
    const now = {
      ...costs,
      approveLeave: {
        'events.read': { reads: 5, writes: 0 },
        'events.append': { reads: 0, writes: 2 },
        'views.waiting': { reads: 0.5, writes: 0 },
      },
      'approveLeave, followed': {},
    }
    expect(changesOf(costs, now)).toEqual([
      'approveLeave: events.read 2 -> 5 units',
      'approveLeave: events.append 1 -> 2 units',
      'approveLeave: views.waiting 0 -> 0.5 units',
      'approveLeave, followed: rows.load 1.5 -> 0 units',
    ])
  })

  test('names a use case that is new, and one that is gone', () =>
    expect(changesOf({ old: {} }, { fresh: {} })).toEqual(['old: was not tried', 'fresh: is not in the table']))
})
