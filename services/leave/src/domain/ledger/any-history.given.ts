import { addDays, type LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import type { Credit, Facts, Leave, PaidOut } from '../facts/facts.ts'
import type { CarriedValidity } from '../policy/carry-over.ts'
import type { Stage, Validity } from '../policy/plan.ts'
import type { Policy } from '../policy/policy.ts'
import { credit, DAY, date, leave, paidOut, person, yearly } from './ledger.given.ts'

/** A day of 2024 to 2026. */
export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 3 * 365 })
  .map((n) => addDays(date('2024-01-01'), n))

const halves = (max: number) => fc.integer({ min: 1, max: 2 * max }).map((n) => n / 2)

const anyUsable: fc.Arbitrary<CarriedValidity> = fc.constantFrom<CarriedValidity[]>(
  { kind: 'untilCarryOver' },
  { kind: 'date', date: { month: 3, day: 31 } },
  { kind: 'length', length: { n: 2, unit: 'month' } },
  { kind: 'length', length: { n: 15, unit: 'month' } },
)

const anyValidity: fc.Arbitrary<Validity> = fc.constantFrom<Validity[]>(
  { kind: 'untilCarryOver' },
  { kind: 'untilCarryOver' },
  { kind: 'length', length: { n: 100, unit: 'day' } },
  { kind: 'date', date: { month: 6, day: 30 }, yearsLater: 1 },
  { kind: 'unlimited' },
)

const anyStage: fc.Arbitrary<Partial<Stage>> = fc.record({
  frequency: fc.constantFrom(
    { every: 'year', on: 'leaveYear' } as const,
    { every: 'month', on: 'leaveYear' } as const,
    { every: 'quarter', on: 'leaveYear' } as const,
  ),
  balanceCap: fc.constantFrom(null, null, 8 * DAY),
  yearlyCap: fc.constantFrom(null, null, 9 * DAY),
  validity: anyValidity,
})

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    days: fc.integer({ min: 0, max: 14 }),
    rule: fc.record({
      most: fc.constantFrom(0, null, 5 * DAY),
      keeps: fc.constantFrom(0, 2 * DAY, 100 * DAY),
      usable: anyUsable,
      totalMost: fc.constantFrom(null, null, 12 * DAY),
      debt: fc.constantFrom('carried' as const, 'dropped' as const),
    }),
    stage: anyStage,
    entitlement: fc.record({
      order: fc.constantFrom('lastUsableFirst' as const, 'carriedFirst' as const, 'earliestStartFirst' as const),
      floor: fc.constantFrom(0, -2 * DAY),
      carryOverOn: fc.constantFrom('leaveYear' as const, 'anniversary' as const, { month: 7, day: 1 }),
      countLaterLots: fc.boolean(),
    }),
  })
  .map(({ days, rule, stage, entitlement }) => {
    const policy = yearly(rule, days, { entitlement })
    const plan = policy.entitlement?.plan
    const stages = plan?.stages.map((own) => ({ ...own, ...stage })) ?? []
    return {
      ...policy,
      entitlement: policy.entitlement && { ...policy.entitlement, plan: plan ? { ...plan, stages } : null },
    }
  })

const anyCredit: fc.Arbitrary<Omit<Credit, 'fact'>> = fc
  .tuple(fc.integer({ min: -6, max: 12 }), anyDay, fc.option(fc.integer({ min: 0, max: 400 })))
  .map(([n, from, length]) => {
    const source = n < 0 ? 'correction' : 'toil'
    return credit((n < 0 ? n : n + 1) / 2, from, { source, until: length === null ? null : addDays(from, length) })
  })

const anyLeave: fc.Arbitrary<Omit<Leave, 'id' | 'fact'>> = fc
  .tuple(
    anyDay,
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('accepted' as const, 'accepted' as const, 'pending' as const),
    fc.boolean(),
  )
  .map(([first, length, status, half]) => {
    const charges = Array.from({ length }, (_, nth) => ({
      day: addDays(first, nth),
      part: 'whole' as const,
      unit: 'day' as const,
      n: half && nth === 0 ? DAY / 2 : DAY,
    }))
    return leave('', first, addDays(first, length - 1), status, charges)
  })

const anyPayOut: fc.Arbitrary<Omit<PaidOut, 'fact'>> = fc.tuple(halves(3), anyDay).map(([n, on]) => paidOut(n, on))

/** Three years of somebody, some changes of policy and a few facts of each kind. */
export const anyHistory: fc.Arbitrary<Facts> = fc
  .record({
    joined: fc.constantFrom('2023-07-15', '2024-01-01', '2024-02-29'),
    policies: fc.array(fc.tuple(anyDay, anyPolicy), { maxLength: 1 }),
    first: anyPolicy,
    credits: fc.array(anyCredit, { maxLength: 4 }),
    leaves: fc.array(anyLeave, { maxLength: 6 }),
    payOuts: fc.array(anyPayOut, { maxLength: 1 }),
  })
  .map(({ joined, first, policies, credits, leaves, payOuts }) => ({
    ...person({ joined, policies: [['2023-01-01', first], ...policies] }),
    credits: credits.map((own, nth) => ({ ...own, fact: `credit ${nth}` })),
    leaves: leaves.map((own, nth) => ({ ...own, id: `leave ${nth}`, fact: `asked ${nth}` })),
    payOuts: payOuts.map((own, nth) => ({ ...own, fact: `paid ${nth}` })),
  }))
