import type { PersonId } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import { starterLeaveTypes } from '../leave-type/starter.ts'
import type { Dates } from '../time/absence.ts'
import { redact, type Shown } from './redact.ts'
import { type Seen, sightOf, type Viewer } from './sight.ts'

const [ana, ben, cem] = ['ana', 'ben', 'cem'] as PersonId[] as [PersonId, PersonId, PersonId]
const [vacation, sick] = starterLeaveTypes as [LeaveType, LeaveType]
const leave: Seen = { person: ana, status: 'accepted', approvers: [ben] }
const peer: Viewer = { by: cem, byHr: false }

describe('a leave', () => {
  test('is known in full to the person, to who approves and to HR, whatever its type', () => {
    const secret: LeaveType = { ...vacation, visibility: 'hidden' }
    expect(sightOf(leave, secret, { by: ana, byHr: false })).toBe('all')
    expect(sightOf(leave, secret, { by: ben, byHr: false })).toBe('all')
    expect(sightOf(leave, secret, { by: cem, byHr: true })).toBe('all')
  })

  test.each([
    ['full', 'type'],
    ['away', 'away'],
    ['hidden', 'nothing'],
  ] as const)('of a type that is %s shows peers: %s', (visibility, sight) =>
    expect(sightOf(leave, { ...vacation, visibility }, peer)).toBe(sight),
  )

  test('that is sickness is never known as such to peers, though somebody made its type visible', () =>
    expect(sightOf(leave, { ...sick, visibility: 'full' }, peer)).toBe('away'))

  test('that is sickness may be hidden from peers altogether', () =>
    expect(sightOf(leave, { ...sick, visibility: 'hidden' }, peer)).toBe('nothing'))

  test('that waits for a decision is hidden from peers, unless its type says otherwise', () => {
    const pending: Seen = { ...leave, status: 'pending' }
    expect(sightOf(pending, vacation, peer)).toBe('nothing')
    expect(sightOf(pending, { ...vacation, pendingVisible: true }, peer)).toBe('type')
    expect(sightOf(pending, { ...sick, pendingVisible: true }, peer)).toBe('away')
  })

  test('that is declined, withdrawn or cancelled is nobody else’s business', () =>
    expect(sightOf({ ...leave, status: 'over' }, { ...vacation, pendingVisible: true }, peer)).toBe('nothing'))

  test('of a type that is not known is not shown to peers', () =>
    expect(sightOf(leave, undefined, peer)).toBe('nothing'))
})

describe('what is shown', () => {
  const dates: Dates = { kind: 'days', days: [] }
  const whole: Shown = {
    person: ana,
    dates,
    status: 'accepted',
    leaveType: 'vacation',
    request: 'r1',
    charges: [],
    reason: 'moving house',
  }
  const away = { ...whole, leaveType: null, request: null, charges: null, reason: null }

  test('is nothing, a person away, a type, or all', () => {
    expect(redact(whole, 'nothing')).toBeUndefined()
    expect(redact(whole, 'away')).toEqual(away)
    expect(redact(whole, 'type')).toEqual({ ...away, leaveType: 'vacation' })
    expect(redact(whole, 'all')).toEqual(whole)
  })

  const types = fc.record({
    visibility: fc.constantFrom('full', 'away', 'hidden'),
    pendingVisible: fc.boolean(),
    sickness: fc.constantFrom(null, sick.sickness),
  })
  const leaves = fc.constantFrom('pending', 'accepted', 'over')

  test('never tells a peer a reason, a charge, or that it is sickness', () =>
    fc.assert(
      fc.property(types, leaves, (settings, status) => {
        const type: LeaveType = { ...sick, ...settings }
        const shown = redact({ ...whole, status }, sightOf({ ...leave, status }, type, peer))
        expect([shown?.reason ?? null, shown?.charges ?? null, shown?.request ?? null]).toEqual([null, null, null])
        if (type.sickness) expect(shown?.leaveType ?? null).toBeNull()
      }),
      { numRuns: RUNS },
    ))
})
