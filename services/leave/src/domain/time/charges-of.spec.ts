import type { Unit } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import type { Counting } from '../policy/counting.ts'
import type { Dates } from './absence.ts'
import type { Whereabouts } from './charged.ts'
import { chargesOf } from './charges-of.ts'
import {
  afternoon,
  counting,
  fiveDays,
  fullDay,
  fullWeek,
  hours,
  morning,
  noDay,
  officeDay,
  on,
  oneByOne,
  range,
  scheduled,
  scheduleOf,
  somebody,
  someHalf,
} from './time.given.ts'

/** Each charge as `day part n`; 2026-06-01 is a Monday. */
const cost = (
  where: Whereabouts,
  dates: Dates,
  also: Partial<Counting> = {},
  unit: Unit = 'day',
  adjoining: readonly Dates[] = [],
) =>
  chargesOf(where, dates, counting(also), unit, { taken: [], adjoining }).map(
    ({ day, part, n }) => [day.slice(5), part, n] as const,
  )

const total = (...asked: Parameters<typeof cost>): number => cost(...asked).reduce((sum, [, , n]) => sum + n, 0)

const holidayOn = (day: string, part: 'whole' | 'am' | 'pm' | 'half' = 'whole') => ({
  day: on(day),
  part,
  name: 'Feast',
})

describe('the charge of a leave counted in days', () => {
  test('is a day for each working day of the range, both ends included', () =>
    expect(cost(somebody(), range('2026-06-05', '2026-06-08'))).toEqual([
      ['06-05', 'whole', 10_000],
      ['06-08', 'whole', 10_000],
    ]))

  test('says unit and part, and nothing of sandwiches where there are none', () =>
    expect(chargesOf(somebody(), range('2026-06-05'), counting(), 'day')).toEqual([
      { day: '2026-06-05', part: 'whole', unit: 'day', n: 10_000 },
    ]))

  test('is nothing without a schedule, and nothing for a range that ends before it starts', () => {
    expect(cost({ ...somebody(), schedules: [] }, range('2026-06-01', '2026-06-05'))).toEqual([])
    expect(cost(somebody(), range('2026-06-05', '2026-06-01'))).toEqual([])
  })

  test('leaves holidays out; a holiday on a free day changes nothing', () => {
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-06-04'), holidayOn('2026-06-06')] })
    expect(total(where, range('2026-06-01', '2026-06-07'))).toBe(40_000)
  })

  test('is a half where the holiday is half', () => {
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-12-24', 'pm')] })
    expect(cost(where, range('2026-12-24'))).toEqual([['12-24', 'whole', 5_000]])
    expect(cost(where, range('2026-12-24', '2026-12-24', 'am'))).toEqual([['12-24', 'am', 5_000]])
    expect(cost(where, range('2026-12-24', '2026-12-24', 'pm'))).toEqual([])
  })

  test('takes either half at either end', () => {
    const parts = (first: 'am' | 'pm', last: 'am' | 'pm') =>
      cost(somebody(), range('2026-06-01', '2026-06-03', first, last)).map(([, part, n]) => [part, n])
    const whole = ['whole', 10_000]
    expect(parts('pm', 'am')).toEqual([['pm', 5_000], whole, ['am', 5_000]])
    expect(parts('am', 'pm')).toEqual([['am', 5_000], whole, ['pm', 5_000]])
  })

  test('of a half request on a half working day is a half only where the halves meet', () => {
    const half = (schedule: Whereabouts, part: 'am' | 'pm' | 'half' | 'whole') =>
      total(schedule, range('2026-06-01', '2026-06-01', part))
    const mornings = somebody(fiveDays(morning))
    expect([half(mornings, 'am'), half(mornings, 'pm'), half(mornings, 'half'), half(mornings, 'whole')]).toEqual([
      5_000, 0, 5_000, 5_000,
    ])
    expect(half(somebody(fiveDays(afternoon)), 'am')).toBe(0)
    const someHalves = somebody(fiveDays(someHalf))
    for (const part of ['am', 'pm', 'half', 'whole'] as const) expect(half(someHalves, part)).toBe(5_000)
  })

  test('of halves without a side: two make a full day, on a half working day only the first costs', () => {
    const twice = oneByOne(['2026-06-01', 'half'], ['2026-06-01', 'half'])
    expect(total(somebody(), twice)).toBe(10_000)
    expect(cost(somebody(fiveDays(morning)), twice)).toEqual([['06-01', 'half', 5_000]])
    const halfHoliday = somebody(fullWeek, { holidays: [holidayOn('2026-06-01', 'half')] })
    expect(cost(halfHoliday, oneByOne(['2026-06-01', 'pm'], ['2026-06-01', 'am']))).toEqual([['06-01', 'am', 5_000]])
  })

  test('follows the schedule and the place valid on each day', () => {
    const where: Whereabouts = {
      places: [
        { from: on('2026-01-01'), location: 'Berlin' },
        { from: on('2026-06-03'), location: 'Paris' },
      ],
      calendars: {
        Berlin: { holidays: [holidayOn('2026-06-01'), holidayOn('2026-06-04')], closings: [] },
        Paris: { holidays: [], closings: [] },
      },
      schedules: [...scheduled(fullWeek), { from: on('2026-06-04'), schedule: fiveDays(morning), fact: 'b' }],
    }
    expect(cost(where, range('2026-06-01', '2026-06-05'))).toEqual([
      ['06-02', 'whole', 10_000],
      ['06-03', 'whole', 10_000],
      ['06-04', 'whole', 5_000],
      ['06-05', 'whole', 5_000],
    ])
  })

  test('of days one by one is by day and then part', () =>
    expect(
      cost(
        somebody(),
        oneByOne(['2026-06-03', 'pm'], ['2026-06-01', 'whole'], ['2026-06-03', 'am'], ['2026-06-06', 'am']),
      ),
    ).toEqual([
      ['06-01', 'whole', 10_000],
      ['06-03', 'am', 5_000],
      ['06-03', 'pm', 5_000],
    ]))

  test('is nothing on a company closing, though holidays are charged', () => {
    const closings = [{ first: on('2026-06-01'), last: on('2026-06-02'), part: 'whole', name: 'Bridge' }] as const
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-06-04')], closings })
    expect(total(where, range('2026-06-01', '2026-06-05'))).toBe(20_000)
    expect(total(where, range('2026-06-01', '2026-06-05'), { holidays: 'charged' })).toBe(30_000)
    expect(total(where, range('2026-06-06'), { holidays: 'charged' })).toBe(0)
  })
})

describe('hours where days are counted', () => {
  test('cost their share of what is planned that day', () => {
    expect(cost(somebody(), range('2026-06-01', '2026-06-01', hours(9, 11)))).toEqual([['06-01', hours(9, 11), 2_500]])
    expect(total(somebody(fiveDays(morning)), range('2026-06-01', '2026-06-01', hours(9, 11)))).toBe(2_500)
  })

  test('cost only the minutes that are worked, where somebody said when that is', () => {
    const office = somebody(fiveDays(officeDay))
    expect(total(office, range('2026-06-01', '2026-06-01', hours(11, 14)))).toBe(2_500) // 11 to 12 and 13 to 14
    expect(total(office, range('2026-06-01', '2026-06-01', hours(12, 13)))).toBe(0)
  })

  test('cost at most what is worked, where nobody said when', () => {
    expect(total(somebody(), range('2026-06-01', '2026-06-01', hours(6, 20)))).toBe(10_000)
    const morningOnly = somebody(fullWeek, { holidays: [holidayOn('2026-06-01', 'pm')] })
    expect(total(morningOnly, range('2026-06-01', '2026-06-01', hours(6, 20)))).toBe(5_000)
    expect(total(morningOnly, range('2026-06-01', '2026-06-01', hours(13, 15)))).toBe(0)
  })

  test('may cost their share of a fixed length of day', () => {
    const fixed = { hours: { dayMinutes: 450 } }
    const threeHours = range('2026-06-01', '2026-06-01', hours(9, 12))
    expect(total(somebody(), threeHours, fixed)).toBe(4_000)
    expect(total(somebody(), range('2026-06-01'), fixed)).toBe(10_000)
    expect(total(somebody(), range('2026-06-01'), { ...fixed, whole: 'minutes' })).toBe(10_666)
    expect(total(somebody(), range('2026-06-01', '2026-06-01', 'am'), { ...fixed, whole: 'minutes' })).toBe(5_333)
  })

  test('are converted exactly by a fixed length of day, though the day is longer; halves beside them fill it up', () => {
    const long = somebody(fiveDays({ ...fullDay, minutes: 600, times: [hours(7, 17)] }))
    const fixed = { hours: { dayMinutes: 480 } }
    expect(total(long, range('2026-06-01', '2026-06-01', hours(7, 17)), fixed)).toBe(12_500)
    expect(total(long, oneByOne(['2026-06-01', 'am'], ['2026-06-01', 'half']), fixed)).toBe(10_000)
    const office = somebody(fiveDays(officeDay)) // three hours before noon, five after
    expect(total(office, oneByOne(['2026-06-01', 'am'], ['2026-06-01', hours(12, 18)]))).toBe(10_000)
  })

  test('add up to the day, whatever a third of it is', () => {
    const thirds = somebody(fiveDays({ ...fullDay, minutes: 540, times: [hours(8, 17)] }))
    const [a, b, c] = [hours(8, 11), hours(11, 14), hours(14, 17)]
    expect(cost(thirds, oneByOne(['2026-06-01', a], ['2026-06-01', b], ['2026-06-01', c]))).toEqual([
      ['06-01', a, 3_333],
      ['06-01', b, 3_333],
      ['06-01', c, 3_334],
    ])
    expect(total(thirds, range('2026-06-01', '2026-06-01', c))).toBe(3_334)
  })

  test('at the ends of a range count from and to their time of day', () =>
    expect(
      cost(somebody(fiveDays(officeDay)), range('2026-06-04', '2026-06-08', { from: 960, to: 1440 }, hours(0, 10))),
    ).toEqual([
      ['06-04', { from: 960, to: 1440 }, 2_500],
      ['06-05', 'whole', 10_000],
      ['06-08', hours(0, 10), 1_250],
    ]))
})

describe('the charge of a leave counted in minutes', () => {
  test('is what is planned; a half is its own minutes', () => {
    const office = somebody(fiveDays(officeDay))
    const minutes = (part: 'whole' | 'am' | 'pm' | 'half') =>
      total(office, range('2026-06-01', '2026-06-01', part), {}, 'minute') / 10_000
    expect([minutes('whole'), minutes('am'), minutes('pm'), minutes('half')]).toEqual([480, 180, 300, 240])
  })

  test('has equal halves where nobody said when', () => {
    const odd = somebody(fiveDays({ ...fullDay, minutes: 455 }))
    expect(total(odd, range('2026-06-01', '2026-06-01', 'am'), {}, 'minute')).toBe(2_275_000)
  })

  test('differs by the week of a rotation', () => {
    const short = { ...fullDay, minutes: 360 }
    const turns = somebody(
      scheduleOf([...fiveDays(fullDay).weeks, ...fiveDays(short).weeks], { anchor: on('2026-06-01') }),
    )
    expect(total(turns, range('2026-06-01', '2026-06-12'), {}, 'minute')).toBe((5 * 480 + 5 * 360) * 10_000)
  })
})

describe('leave that counts some weekdays', () => {
  const ouvrables = { days: { weekdays: [1, 2, 3, 4, 5, 6] } } as const
  test('charges each of them, worked or not, and a half for a half', () => {
    const fourDays = somebody(scheduleOf([[fullDay, fullDay, fullDay, fullDay, noDay, noDay, noDay]]))
    expect(total(fourDays, range('2026-06-01', '2026-06-14'), ouvrables)).toBe(120_000)
    expect(total(fourDays, range('2026-06-05', '2026-06-08', 'pm', 'am'), ouvrables)).toBe(20_000)
  })

  test('but for holidays and closings, unless holidays are charged', () => {
    const closing = { first: on('2026-06-05'), last: on('2026-06-05'), part: 'whole', name: 'Bridge' } as const
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-06-04')], closings: [closing] })
    expect(total(where, range('2026-06-01', '2026-06-06'), ouvrables)).toBe(40_000)
    expect(total(where, range('2026-06-01', '2026-06-06'), { ...ouvrables, holidays: 'charged' })).toBe(50_000)
  })

  test('charges eight hours a day in minutes, or the fixed length of a day', () => {
    const week = range('2026-06-01', '2026-06-07')
    expect(total(somebody(), week, ouvrables, 'minute')).toBe(6 * 480 * 10_000)
    expect(total(somebody(), week, { ...ouvrables, hours: { dayMinutes: 420 } }, 'minute')).toBe(6 * 420 * 10_000)
  })
})

describe('leave that counts calendar days', () => {
  const calendar = { days: 'calendar' } as const
  test('charges every day named, free or not, and a half for a half', () => {
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-06-04')] })
    expect(total(where, range('2026-06-01', '2026-06-07'), calendar)).toBe(70_000)
    expect(total(where, range('2026-06-05', '2026-06-07', 'pm', 'am'), calendar)).toBe(20_000)
    expect(total({ ...where, schedules: [] }, range('2026-06-01', '2026-06-02'), calendar)).toBe(20_000)
  })

  test('charges in minutes what the schedule plans, holiday or not', () => {
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-06-04')] })
    expect(total(where, range('2026-06-01', '2026-06-07'), calendar, 'minute')).toBe(5 * 480 * 10_000)
  })

  test('charges hours by the planned time, or by a fixed length of day on any day', () => {
    const twoHours = (day: string) => range(day, day, hours(10, 12))
    expect(total(somebody(), twoHours('2026-06-01'), calendar)).toBe(2_500)
    expect(total(somebody(), twoHours('2026-06-06'), calendar)).toBe(0)
    expect(total(somebody(fiveDays(morning)), twoHours('2026-06-01'), calendar)).toBe(5_000)
    expect(total(somebody(fiveDays(afternoon)), twoHours('2026-06-01'), calendar)).toBe(0)
    expect(total(somebody(), twoHours('2026-06-06'), { ...calendar, hours: { dayMinutes: 480 } })).toBe(2_500)
  })
})

describe('the sandwich rule', () => {
  const request = { sandwich: 'request' } as const
  const adjoining = { sandwich: 'adjoining' } as const
  const weekend = range('2026-06-05', '2026-06-08')

  test('charges free days between charged days of a request as whole days, and says so', () =>
    expect(chargesOf(somebody(), weekend, counting(request), 'day')).toEqual([
      { day: '2026-06-05', part: 'whole', unit: 'day', n: 10_000 },
      { day: '2026-06-06', part: 'whole', unit: 'day', n: 10_000, sandwiched: true },
      { day: '2026-06-07', part: 'whole', unit: 'day', n: 10_000, sandwiched: true },
      { day: '2026-06-08', part: 'whole', unit: 'day', n: 10_000 },
    ]))

  test('charges no free days at the edge of a request', () =>
    expect(total(somebody(), range('2026-06-05', '2026-06-07'), request)).toBe(10_000))

  test('holds for days one by one, unless a working day lies between', () => {
    expect(total(somebody(), oneByOne(['2026-06-05', 'whole'], ['2026-06-08', 'whole']), request)).toBe(40_000)
    expect(total(somebody(), oneByOne(['2026-06-05', 'whole'], ['2026-06-09', 'whole']), request)).toBe(20_000)
  })

  test('may charge days off only, or holidays only; a holiday on a day off is a day off', () => {
    const holidays = [holidayOn('2026-06-06'), holidayOn('2026-06-08')]
    const where = somebody(fullWeek, { holidays })
    const days = (sandwiched: Counting['sandwiched']) =>
      cost(where, range('2026-06-05', '2026-06-09'), { ...request, sandwiched }).map(([day]) => day)
    expect(days('all')).toEqual(['06-05', '06-06', '06-07', '06-08', '06-09'])
    expect(days('daysOff')).toEqual(['06-05', '06-06', '06-07', '06-09'])
    expect(days('holidays')).toEqual(['06-05', '06-08', '06-09'])
  })

  test('reaches over a closing but never charges it', () => {
    const closings = [{ first: on('2026-06-08'), last: on('2026-06-08'), part: 'whole', name: 'Bridge' }] as const
    const where = somebody(fullWeek, { closings })
    expect(cost(where, range('2026-06-05', '2026-06-09'), request).map(([day]) => day)).toEqual([
      '06-05',
      '06-06',
      '06-07',
      '06-09',
    ])
  })

  test('may look at accepted leave: the days between are charged to what was accepted later', () => {
    const [friday, monday] = [range('2026-06-05'), range('2026-06-08')]
    expect(cost(somebody(), monday, adjoining, 'day', [friday]).map(([day]) => day)).toEqual([
      '06-06',
      '06-07',
      '06-08',
    ])
    expect(cost(somebody(), friday, adjoining, 'day', [monday]).map(([day]) => day)).toEqual([
      '06-05',
      '06-06',
      '06-07',
    ])
    expect(total(somebody(), monday, request, 'day', [friday])).toBe(10_000)
  })

  test('does not look past a working day, and leaves days between accepted leave alone', () => {
    expect(total(somebody(), range('2026-06-08'), adjoining, 'day', [range('2026-06-04')])).toBe(10_000)
    const around = [range('2026-06-05'), range('2026-06-08')]
    expect(total(somebody(), range('2026-06-10'), adjoining, 'day', around)).toBe(10_000)
  })

  test('in minutes charges what is planned on the free day', () => {
    const where = somebody(fullWeek, { holidays: [holidayOn('2026-06-03')] })
    expect(total(where, range('2026-06-02', '2026-06-04'), request, 'minute')).toBe(3 * 480 * 10_000)
    expect(total(somebody(), weekend, request, 'minute')).toBe(2 * 480 * 10_000)
  })
})

describe('ends that are left out', () => {
  const week = range('2026-06-01', '2026-06-05')
  test('cost nothing: the first, the last, or both', () => {
    const of = (ends: Counting['ends']) => cost(somebody(), week, { ends }).map(([day]) => day)
    expect(of('withoutFirst')).toEqual(['06-02', '06-03', '06-04', '06-05'])
    expect(of('withoutLast')).toEqual(['06-01', '06-02', '06-03', '06-04'])
    expect(of('neither')).toEqual(['06-02', '06-03', '06-04'])
  })

  test('leave nothing of a single day, and do not concern days one by one', () => {
    for (const ends of ['withoutFirst', 'withoutLast', 'neither'] as const) {
      expect(total(somebody(), range('2026-06-01'), { ends })).toBe(0)
      expect(total(somebody(), oneByOne(['2026-06-01', 'whole']), { ends })).toBe(10_000)
    }
  })

  test('still enclose the free days between', () =>
    expect(
      cost(somebody(), range('2026-06-05', '2026-06-08'), { ends: 'withoutLast', sandwich: 'request' }).map(
        ([day]) => day,
      ),
    ).toEqual(['06-05', '06-06', '06-07']))
})
