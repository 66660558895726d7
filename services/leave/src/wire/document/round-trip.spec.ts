import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import * as standard from '#domain/policy/defaults.ts'
import { RUNS } from '#testing/runs.ts'
import { anyCalendar, anyPolicy, anySchedule } from './any-policy.given.ts'
import { calendar, calendarJson } from './calendar.ts'
import { policy } from './policy.ts'
import { policyJson } from './policy-json.ts'
import { schedule, scheduleJson } from './schedule.ts'

const stored = (json: unknown): unknown => JSON.parse(JSON.stringify(json))

describe('what is written out in full is read back as it was:', () => {
  test('policies', () =>
    fc.assert(
      fc.property(anyPolicy, (any) => {
        expect(v.parse(policy, stored(policyJson(any)))).toEqual(any)
      }),
      { numRuns: RUNS },
    ))

  test('schedules', () =>
    fc.assert(
      fc.property(anySchedule, (any) => {
        expect(v.parse(schedule, stored(scheduleJson(any)))).toEqual(any)
      }),
      { numRuns: RUNS },
    ))

  test('calendars', () =>
    fc.assert(
      fc.property(anyCalendar, (any) => {
        expect(v.parse(calendar, stored(calendarJson(any)))).toEqual(any)
      }),
      { numRuns: RUNS },
    ))
})

describe('a policy that says nothing', () => {
  test('has all defaults', () =>
    expect(v.parse(policy, { leaveType: 'vacation' })).toEqual(standard.policy('vacation')))

  test('has all defaults of an entitlement, a plan and a stage', () =>
    expect(v.parse(policy, { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 0 }] } } })).toEqual({
      ...standard.policy('vacation'),
      entitlement: { ...standard.entitlement, plan: standard.plan },
    }))
})

describe('a policy in hours', () => {
  const written = {
    leaveType: 'vacation',
    unit: 'hour',
    entitlement: {
      floor: -8,
      manual: { mostPerLeaveYear: '0.0001' },
      payOut: { mustStay: 1, most: 40, rate: { currency: 'EUR', money: 20 } },
      plan: {
        rounding: { step: 0.25 },
        stages: [{ amount: 6.67, balanceCap: 300, yearlyCap: 200, carryOver: { most: 40, keeps: 1.5, totalMost: 80 } }],
      },
    },
  }
  const { carryOver } = standard

  test('is kept in minutes, exactly', () =>
    expect(v.parse(policy, written)).toEqual({
      ...standard.policy('vacation'),
      unit: 'minute',
      entitlement: {
        ...standard.entitlement,
        floor: -4_800_000,
        manual: { mostPerLeaveYear: 60, longestValidity: null },
        payOut: {
          mustStay: 600_000,
          most: 24_000_000,
          rate: { currency: 'EUR', money: 200_000, per: 600_000 },
        },
        plan: {
          ...standard.plan,
          rounding: { ...standard.plan.rounding, step: 150_000 },
          stages: [
            {
              ...standard.stage,
              amount: 4_002_000,
              balanceCap: 180_000_000,
              yearlyCap: 120_000_000,
              carryOver: { ...carryOver, most: 24_000_000, keeps: 900_000, totalMost: 48_000_000 },
            },
          ],
        },
      },
    }))
})
