import { describe, expect, test } from 'vitest'
import { person } from '../ledger/ledger.given.ts'
import type { Counting } from '../policy/counting.ts'
import { counting as standard } from '../policy/defaults.ts'
import type { Dates, Part } from '../time/absence.ts'
import type { Calendar } from '../time/calendar.ts'
import { fiveDays, fullDay, hours, on, range, scheduled, somebody, someHalf } from '../time/time.given.ts'
import { chargesFor, type Earlier } from './charges-for.ts'
import type { Applied, Facts } from './facts.ts'

/** 2026-06-01 is a Monday. */
const ana = (also: Partial<Facts> = {}): Facts => ({
  ...person(),
  ...where(),
  policies: [],
  ...also,
})

const where = (calendar: Partial<Calendar> = {}) => {
  const { places, ...elsewhere } = somebody(undefined, calendar)
  return { ...elsewhere, places: places.map((place) => ({ ...place, department: '', team: '', labels: [] })) }
}

const by = (
  leaveType: string,
  also: Partial<Counting>,
  unit: 'day' | 'minute' = 'day',
  from = '2026-01-01',
): Applied => ({
  from: on(from),
  policy: { leaveType, unit, counting: { ...standard, ...also }, entitlement: null },
  fact: leaveType,
})

const of = (dates: Dates, leaveType = 'vacation'): Earlier => ({ leaveType, dates })
const part = (asked: Part, leaveType = 'vacation'): Earlier => of(range('2026-06-01', '2026-06-01', asked), leaveType)

const cost = (facts: Facts, { leaveType, dates }: Earlier, earlier: readonly Earlier[] = []): readonly string[] =>
  chargesFor(facts, leaveType, dates, earlier).map(({ day, n }) => `${day.slice(5)} ${n}`)

/** What each costs, one accepted after the other. */
const oneByOne = (facts: Facts, ...leaves: readonly Earlier[]): readonly number[] =>
  leaves.map(({ leaveType, dates }, nth) =>
    chargesFor(facts, leaveType, dates, leaves.slice(0, nth)).reduce((sum, { n }) => sum + n, 0),
  )

describe('several leaves of one day cost together what one would', () => {
  const sixHours = ana({ schedules: scheduled(fiveDays({ ...fullDay, minutes: 360 })) })
  const [morning, afternoon] = [hours(6, 12), hours(12, 18)]

  test('where hours are named that are longer than the work', () => {
    const inHours = { ...sixHours, policies: [by('vacation', {}, 'minute')] }
    expect(oneByOne(inHours, part(morning), part(afternoon))).toEqual([3_600_000, 0])
    expect(oneByOne(sixHours, part(hours(8, 12)), part(hours(12, 16)))).toEqual([6_666, 3_334])
  })

  test('where one half is worked, and nobody said which', () => {
    const halves = ana({ schedules: scheduled(fiveDays(someHalf)) })
    expect(oneByOne(halves, part('am'), part('pm'))).toEqual([5_000, 0])
    expect(oneByOne(halves, part('pm'), part('am', 'sick'))).toEqual([5_000, 0])
  })

  test('where half a holiday leaves one half, whatever the types and their units', () => {
    const holidays = [{ day: on('2026-06-01'), part: 'half', name: 'Feast' } as const]
    const feast = ana({ ...where({ holidays }), policies: [by('time off', {}, 'minute')] })
    expect(oneByOne(feast, part('am'), part('pm'))).toEqual([5_000, 0])
    expect(oneByOne(feast, part('am'), part('pm', 'time off'))).toEqual([5_000, 0])
    expect(oneByOne(feast, part('am', 'time off'), part('pm'))).toEqual([2_400_000, 0])
  })

  test('to the last ten-thousandth, which goes to whichever was accepted last', () => {
    const hour = (from: number, to: number) => part({ from, to })
    const all = [hour(480, 640), hour(640, 720), hour(780, 860), hour(860, 1_020)]
    expect(oneByOne(ana(), ...all)).toEqual([3_333, 1_667, 1_666, 3_334])
    expect(oneByOne(ana(), ...all.toReversed()).reduce((sum, n) => sum + n)).toBe(10_000)
  })

  test('but leave that lies in the slots of other leave costs what it does alone', () => {
    expect(oneByOne(ana(), part('whole'), part('whole', 'sick'))).toEqual([10_000, 10_000])
    expect(oneByOne(ana(), part('pm'), part('whole', 'sick'))).toEqual([5_000, 10_000])
  })

  test('and beside leaves that overlap each other, what is named twice counts once', () => {
    const beside = (wish: Part, ...there: readonly Part[]) =>
      cost(
        ana(),
        part(wish),
        there.map((one) => part(one, 'sick')),
      )
    expect(beside(hours(9, 10), hours(13, 16), hours(14, 17))).toEqual(['06-01 1250'])
    expect(beside('am', hours(13, 16), hours(14, 17))).toEqual(['06-01 5000'])
    expect(beside(hours(13, 17), 'am', 'am')).toEqual(['06-01 5000'])
    expect(beside('pm', hours(8, 11), 'am')).toEqual(['06-01 5000'])
    expect(beside(hours(14, 16), 'am', hours(11, 13))).toEqual(['06-01 2500'])
    expect(beside('half', 'am', 'half', 'half')).toEqual([])
  })

  test('and an end that leave leaves out is not taken', () => {
    const halves = ana({
      schedules: scheduled(fiveDays(someHalf)),
      policies: [by('trip', { ends: 'withoutLast' })],
    })
    const trip = of(range('2026-06-01', '2026-06-02', 'whole', 'am'), 'trip')
    const tuesday = of(range('2026-06-02', '2026-06-02', 'pm'))
    expect(oneByOne(halves, trip, tuesday)).toEqual([5_000, 5_000])
  })
})

describe('outside employment', () => {
  const sandwich = [by('vacation', { sandwich: 'adjoining' })]
  const weekend = of(range('2026-06-05', '2026-06-08'))

  test('nothing is charged, and nothing closes a sandwich', () => {
    const until = (last: string) => [{ from: on('2026-01-01'), until: on(last), fact: '' }]
    expect(cost(ana({ policies: sandwich, employment: until('2026-06-07') }), weekend)).toEqual(['06-05 10000'])
    expect(cost(ana({ policies: sandwich, employment: until('2026-06-08') }), weekend)).toHaveLength(4)
  })

  test('free days before it and after it do not belong together', () => {
    const again = (from: string) => [
      { from: on('2026-01-01'), until: on('2026-06-05'), fact: '' },
      { from: on(from), until: null, fact: '' },
    ]
    const employment = again('2026-06-07')
    expect(cost(ana({ policies: sandwich, employment }), weekend)).toEqual(['06-05 10000', '06-08 10000'])
    expect(cost(ana({ policies: sandwich, employment: again('2026-06-06') }), weekend)).toHaveLength(4)
    const [friday, monday] = [of(range('2026-06-05')), of(range('2026-06-08'))]
    expect(cost(ana({ policies: sandwich, employment }), monday, [friday])).toEqual(['06-08 10000'])
  })

  test('ends that are left out are those of the range', () => {
    const employment = [{ from: on('2026-06-03'), until: null, fact: '' }]
    const policies = [by('vacation', { ends: 'withoutFirst' })]
    expect(cost(ana({ policies, employment }), of(range('2026-06-01', '2026-06-04')))).toEqual([
      '06-03 10000',
      '06-04 10000',
    ])
  })
})

describe('each day by the policy in force', () => {
  const policies = [by('vacation', {}), by('vacation', { sandwich: 'adjoining' }, 'day', '2026-06-06')]

  test('a free day between is charged by the policy of that day', () => {
    const friday = of(range('2026-06-05'))
    expect(cost(ana({ policies }), of(range('2026-06-05', '2026-06-08')))).toHaveLength(4)
    expect(cost(ana({ policies }), of(range('2026-06-08')), [friday])).toEqual([
      '06-06 10000',
      '06-07 10000',
      '06-08 10000',
    ])
    expect(cost(ana({ policies }), friday, [of(range('2026-06-08'))])).toHaveLength(3)
  })
})
