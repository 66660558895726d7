import type { LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { OverLeave } from '../leave-type/leave-type.ts'
import { day, facts, leave, mornings, range } from '../rules/rules.given.ts'
import type { Dates, Part } from '../time/absence.ts'
import { chargesLeft, givenBack, type Sick } from './given-back.ts'

const certified: OverLeave = { kind: 'givesBack', leaveTypes: null, certificate: 'needed', fromDay: 1 }
const week = leave('v1', range('2026-03-02', '2026-03-08'))
const sick = (dates: Dates, first?: string, last?: string): Sick => ({
  dates,
  certificate: first && last ? { first: day(first), last: day(last) } : null,
})
const back = (date: string, n = 10_000, part: Part = 'whole', id = 'v1') => ({
  leave: id,
  day: date as LocalDate,
  part,
  unit: 'day',
  n,
})

describe('sickness during leave', { timeout: 60_000 }, () => {
  test('gives back the days that a certificate covers, and leaves the others', () => {
    const ill = sick(range('2026-03-04', '2026-03-10'), '2026-03-05', '2026-03-10')
    const given = givenBack([week], ill, certified, facts())
    expect(given).toEqual([back('2026-03-05'), back('2026-03-06')])
    expect(chargesLeft(week, given, facts()).map((charge) => charge.day)).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
    ])
  })

  test('gives nothing back without a certificate, unless none is needed', () => {
    const ill = sick(range('2026-03-04'))
    expect(givenBack([week], ill, certified, facts())).toEqual([])
    expect(givenBack([week], ill, { ...certified, certificate: 'notNeeded' }, facts())).toEqual([back('2026-03-04')])
  })

  test('gives nothing back where it is refused as overlap', () =>
    expect(
      givenBack([week], sick(range('2026-03-04'), '2026-03-04', '2026-03-04'), { kind: 'refused' }, facts()),
    ).toEqual([]))

  test('may give leave back from its third day on only', () => {
    const ill = sick(range('2026-03-02', '2026-03-05'), '2026-03-02', '2026-03-05')
    expect(givenBack([week], ill, { ...certified, fromDay: 3 }, facts())).toEqual([
      back('2026-03-04'),
      back('2026-03-05'),
    ])
  })

  test('may give back leave of some types only', () => {
    const ill = sick(range('2026-03-04'), '2026-03-04', '2026-03-04')
    expect(givenBack([week], ill, { ...certified, leaveTypes: ['toil'] }, facts())).toEqual([])
    expect(givenBack([week], ill, { ...certified, leaveTypes: ['vacation'] }, facts())).toEqual([back('2026-03-04')])
  })

  test('gives back leave that waits, which takes nothing for those days when it is approved, and none that is over', () => {
    const ill = sick(range('2026-03-04'), '2026-03-04', '2026-03-04')
    expect(
      givenBack(
        [
          { ...week, status: 'pending' },
          { ...week, id: 'v2', status: 'over' },
        ],
        ill,
        certified,
        facts(),
      ),
    ).toEqual([back('2026-03-04')])
  })

  test.each<[Part, Part, readonly [Part, number] | undefined, readonly [Part, number] | undefined]>([
    ['whole', 'am', ['am', 5_000], ['pm', 5_000]],
    ['whole', 'pm', ['pm', 5_000], ['am', 5_000]],
    ['whole', 'half', ['half', 5_000], ['half', 5_000]],
    ['am', 'whole', ['am', 5_000], undefined],
    ['half', 'whole', ['half', 5_000], undefined],
    ['am', 'pm', undefined, ['am', 5_000]],
    ['half', 'am', undefined, ['half', 5_000]],
    ['half', 'half', undefined, ['half', 5_000]],
  ])('of leave for %s, being sick for %s, gives back %j and leaves %j', (away, ill, gives, leaves) => {
    const taken = leave('v1', range('2026-03-04', '2026-03-04', away))
    const given = givenBack(
      [taken],
      sick(range('2026-03-04', '2026-03-04', ill), '2026-03-04', '2026-03-04'),
      certified,
      facts(),
    )
    expect(given).toEqual(gives ? [back('2026-03-04', gives[1], gives[0])] : [])
    expect(chargesLeft(taken, given, facts()).map(({ part, n }) => [part, n])).toEqual(leaves ? [leaves] : [])
  })

  test('of an afternoon gives nothing back to who works in the morning', () => {
    const known = facts({ schedules: [{ from: day('2020-01-01'), schedule: mornings, fact: 's' }] })
    const taken = leave('v1', range('2026-03-04'), {
      charges: [{ day: day('2026-03-04'), part: 'whole', unit: 'day', n: 5_000 }],
    })
    const given = (ill: Part) =>
      givenBack([taken], sick(range('2026-03-04', '2026-03-04', ill), '2026-03-04', '2026-03-04'), certified, known)
    expect(given('pm')).toEqual([])
    expect(given('am')).toEqual([back('2026-03-04', 5_000, 'am')])
  })

  test('of some hours gives back their share of the day', () => {
    const known = facts({
      schedules: facts().schedules.map((one) => ({
        ...one,
        schedule: {
          ...one.schedule,
          weeks: one.schedule.weeks.map((days) =>
            days.map((plan) => (plan.minutes ? { ...plan, times: [{ from: 540, to: 1020 }] } : plan)),
          ),
        },
      })),
    })
    const ill = sick(range('2026-03-04', '2026-03-04', { from: 540, to: 660 }), '2026-03-04', '2026-03-04')
    const given = givenBack([week], ill, certified, known)
    expect(given).toEqual([back('2026-03-04', 2_500, { from: 540, to: 660 })])
    expect(chargesLeft(week, given, known).find((charge) => charge.day === '2026-03-04')?.n).toBe(7_500)
  })

  const days = fc.integer({ min: 1, max: 12 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
  const spans = fc.tuple(days, days).map((ends) => ends.toSorted() as [string, string])
  const parts = fc.constantFrom<Part>('whole', 'am', 'pm', 'half')

  test('gives back never more than the leave cost: what comes back and what is left is all of it', () =>
    fc.assert(
      fc.property(spans, parts, spans, parts, (away, part, ill, illPart) => {
        const taken = leave('v1', range(away[0], away[1], part, away[0] === away[1] ? part : 'whole'))
        const illness = range(ill[0], ill[1], illPart, ill[0] === ill[1] ? illPart : 'am')
        const given = givenBack(
          [taken],
          { dates: illness, certificate: null },
          { ...certified, certificate: 'notNeeded' },
          facts(),
        )
        const sum = (charges: readonly { readonly n: number }[]) => charges.reduce((all, { n }) => all + n, 0)
        expect(sum(given) + sum(chargesLeft(taken, given, facts()))).toBe(sum(taken.charges))
      }),
      { numRuns: RUNS },
    ))
})
