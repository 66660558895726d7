import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import { RUNS } from '#testing/runs.ts'
import { leaveTypes, leaveTypesJson } from './leave-types.ts'

const named = { id: 'trip', name: 'trip', colour: '#6f6ad1', icon: '', visibility: 'away', pendingVisible: false }

describe('leave types, as JSON', () => {
  test('need no more than a name', () =>
    expect(v.parse(leaveTypes, [{ id: 'trip' }])).toEqual([{ ...named, sickness: null }]))

  test('may be sickness, with the settings of it or without', () => {
    const overLeave = { kind: 'givesBack', leaveTypes: null, certificate: 'needed', fromDay: 1 }
    const written = (sickness: unknown) => v.parse(leaveTypes, [{ id: 'trip', sickness }])
    expect(written(true)).toEqual([{ ...named, sickness: { overLeave, bradford: false } }])
    expect(written({ certificate: 'notNeeded', fromDay: 4, leaveTypes: ['vacation'], bradford: true })).toEqual([
      {
        ...named,
        sickness: {
          overLeave: { ...overLeave, certificate: 'notNeeded', fromDay: 4, leaveTypes: ['vacation'] },
          bradford: true,
        },
      },
    ])
    expect(written({ overLeave: 'refused' })).toEqual([
      { ...named, sickness: { overLeave: { kind: 'refused' }, bradford: false } },
    ])
  })

  test.each([
    [[{ id: 'a' }, { id: 'a' }], undefined, 'names a leave type twice'],
    [[{ id: 'a', visibility: 'ful' }], '0.visibility', 'is none of "full", "away", "hidden"; did you mean "full"?'],
    [[{ id: 'a', sickness: { fromday: 3 } }], '0.sickness.fromday', 'is not known here; did you mean "fromDay"?'],
    [[{}], '0.id', 'is missing'],
  ])('are refused where they are wrong: %j', (json, path, message) => {
    const { issues } = v.safeParse(leaveTypes, json)
    expect(issues?.map((issue) => [v.getDotPath(issue) ?? undefined, issue.message])).toEqual([[path, message]])
  })

  const types: fc.Arbitrary<LeaveType> = fc.record({
    id: fc.stringMatching(/^[a-z]{1,8}$/),
    name: fc.string(),
    colour: fc.string(),
    icon: fc.string(),
    visibility: fc.constantFrom('full', 'away', 'hidden'),
    pendingVisible: fc.boolean(),
    sickness: fc.option(
      fc.record({
        overLeave: fc.oneof(
          fc.constant({ kind: 'refused' as const }),
          fc.record({
            kind: fc.constant('givesBack' as const),
            leaveTypes: fc.option(fc.array(fc.constantFrom('vacation', 'unpaid'))),
            certificate: fc.constantFrom('needed', 'notNeeded'),
            fromDay: fc.integer({ min: 1, max: 366 }),
          }),
        ),
        bradford: fc.boolean(),
      }),
    ),
  })

  test('come back as they were written', () => {
    expect(v.parse(leaveTypes, leaveTypesJson(starterLeaveTypes))).toEqual(starterLeaveTypes)
    fc.assert(
      fc.property(types, (type) => {
        expect(v.parse(leaveTypes, leaveTypesJson([type]))).toEqual([type])
      }),
      { numRuns: RUNS },
    )
  })
})
