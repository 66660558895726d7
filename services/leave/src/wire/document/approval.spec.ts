import { type PersonId, parsePersonId } from '@awayday/kernel'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  ALWAYS,
  type ApprovalRules,
  type Approver,
  type Condition,
  STANDARD_APPROVAL,
} from '#domain/approval/approval-rules.ts'
import { RUNS } from '#testing/runs.ts'
import { approval, approvalJson } from './approval.ts'

const person = (text: string): PersonId => {
  const id = parsePersonId(text)
  if (!id) throw new Error(`not a person: ${text}`)
  return id
}

describe('how requests are approved, as JSON', () => {
  test('is the standard where nothing is said', () => expect(v.parse(approval, {})).toEqual(STANDARD_APPROVAL))

  test('is written by hand in short', () =>
    expect(
      v.parse(approval, {
        levels: [
          { approvers: ['approver'] },
          {
            approvers: [{ approver: 2 }, 'head', { head: 'sales' }, { role: 'hr' }, { person: 'ben' }],
            need: 'allOf',
            when: { departments: ['sales'], leastCharged: { days: 5.5 }, mostDays: 30 },
          },
        ],
        autoApproval: [{ leaveTypes: ['sick'] }, { mostCharged: { hours: '1.5' }, warned: false }],
        expireAfter: null,
      }),
    ).toEqual({
      ...STANDARD_APPROVAL,
      levels: [
        { approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf', when: ALWAYS },
        {
          approvers: [
            { kind: 'approver', up: 2 },
            { kind: 'head', department: null },
            { kind: 'head', department: 'sales' },
            { kind: 'role', role: 'hr' },
            { kind: 'person', person: 'ben' },
          ],
          need: 'allOf',
          when: { ...ALWAYS, departments: ['sales'], leastCharged: { unit: 'day', n: 55_000 }, mostDays: 30 },
        },
      ],
      autoApproval: [
        { ...ALWAYS, leaveTypes: ['sick'] },
        { ...ALWAYS, mostCharged: { unit: 'minute', n: 900_000 }, warned: false },
      ],
      expireAfter: null,
    }))

  test.each([
    [{ levels: [{ approvers: [] }] }, 'names nobody'],
    [{ levels: [{ approvers: ['boss'] }] }, 'is neither "approver", "head"'],
    [{ levels: [{ approvers: [{ role: 'hr', person: 'ben' }] }] }, 'is not known here'],
    [{ onExpiry: 'declne' }, 'did you mean "declined"?'],
    [{ remindAfter: [0] }, 'is not a whole number from 1 to 366'],
    [{ autoApproval: [{ leaveType: 'sick' }] }, 'did you mean "leaveTypes"?'],
  ])('is refused: %j', (written, message) =>
    expect(
      v
        .safeParse(approval, written)
        .issues?.map((issue) => issue.message)
        .join('; '),
    ).toContain(message),
  )

  const ids = fc.array(fc.constantFrom('a', 'b-1', 'C_2'), { maxLength: 2 })
  const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
  const approvers: fc.Arbitrary<Approver> = fc.oneof(
    fc.record({ kind: fc.constant('approver' as const), up: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ kind: fc.constant('head' as const), department: orNull(fc.constantFrom('sales', 'legal')) }),
    fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom('hr', 'admin') }),
    fc.record({ kind: fc.constant('person' as const), person: fc.constantFrom('ana', 'ben').map(person) }),
  )
  const amounts = fc.record({ unit: fc.constantFrom('day' as const, 'minute' as const), n: fc.nat(10_000_000) })
  const conditions: fc.Arbitrary<Condition> = fc.record({
    leaveTypes: orNull(ids),
    locations: orNull(ids),
    departments: orNull(ids),
    teams: orNull(ids),
    labels: orNull(ids),
    persons: orNull(fc.array(fc.constantFrom('ana', 'ben').map(person), { maxLength: 2 })),
    leastCharged: orNull(amounts),
    mostCharged: orNull(amounts),
    leastDays: orNull(fc.integer({ min: 1, max: 400 })),
    mostDays: orNull(fc.integer({ min: 1, max: 400 })),
    warned: orNull(fc.boolean()),
  })
  const counts = fc.integer({ min: 1, max: 366 })
  const rules: fc.Arbitrary<ApprovalRules> = fc.record({
    levels: fc.array(
      fc.record({
        approvers: fc.array(approvers, { minLength: 1, maxLength: 3 }),
        need: fc.constantFrom('anyOf', 'allOf'),
        when: conditions,
      }),
      { maxLength: 2 },
    ),
    autoApproval: fc.array(conditions, { maxLength: 2 }),
    ownLeave: fc.constantFrom('escalate', 'skip'),
    selfApproval: fc.boolean(),
    override: ids,
    remindAfter: fc.array(counts, { maxLength: 3 }),
    expireAfter: orNull(counts),
    onExpiry: fc.constantFrom('expired', 'declined', 'approved', 'escalated'),
    escalateAfter: orNull(counts),
    cancellation: fc.constantFrom('direct', 'approval'),
    edits: fc.constantFrom('difference', 'always', 'never'),
    cover: fc.constantFrom('before', 'parallel', 'notAsked'),
    watchers: fc.array(approvers, { maxLength: 2 }),
  })

  test('is read back as it was written', () =>
    fc.assert(
      fc.property(rules, (some) => {
        expect(v.parse(approval, JSON.parse(JSON.stringify(approvalJson(some))))).toEqual(some)
      }),
      { numRuns: RUNS },
    ))
})
