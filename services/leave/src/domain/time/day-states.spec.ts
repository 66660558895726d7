import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Dates, Part } from './absence.ts'
import { anyDay, anyRange, anyWhere } from './any-time.given.ts'
import type { Whereabouts } from './charged.ts'
import { chargesOf } from './charges-of.ts'
import { type Away, slotsOf } from './day-states.ts'
import type { Slot } from './slot.ts'
import { counting, fiveDays, fullWeek, hours, morning, officeDay, on, range, somebody, someHalf } from './time.given.ts'

const friday = on('2026-06-05')
const away = (id: string, dates: Dates, status: Away['status'] = 'accepted', leaveType = 'vacation'): Away => ({
  id,
  leaveType,
  dates,
  status,
})
const onFriday = (part: Part): Dates => range('2026-06-05', '2026-06-05', part)
/** Each slot as text, such as `am leave a` or `9:00-10:00 work`. */
const states = (where: Whereabouts, ...leaves: readonly Away[]) => slotsOf(where, leaves, friday, ['sick']).map(text)
const text = ({ part, state, leave }: Slot): string => [partText(part), state, ...(leave ? [leave] : [])].join(' ')
const partText = (part: Slot['part']): string => (typeof part === 'object' ? `${part.from / 60}-${part.to / 60}` : part)
const holiday = (part: 'whole' | 'am' | 'pm' | 'half') => ({ holidays: [{ day: friday, part, name: 'Feast' }] })
const closing = (part: 'whole' | 'am') => ({ closings: [{ first: friday, last: friday, part, name: 'Inventory' }] })

describe('a day view', () => {
  test('names work, and a day off, for each half', () => {
    expect(slotsOf(somebody(), [], friday)).toEqual([
      { part: 'am', state: 'work', leave: null },
      { part: 'pm', state: 'work', leave: null },
    ])
    expect(slotsOf(somebody(), [], on('2026-06-06')).map(text)).toEqual(['am free', 'pm free'])
    expect(states(somebody(fiveDays(morning)))).toEqual(['am work', 'pm free'])
    expect(states(somebody(fiveDays(someHalf)))).toEqual(['half work', 'half free'])
  })

  test('names leave and sickness, but only where they take from work', () => {
    expect(states(somebody(), away('a', range('2026-06-01', '2026-06-07')))).toEqual(['am leave a', 'pm leave a'])
    expect(states(somebody(), away('a', onFriday('am')), away('b', onFriday('pm')))).toEqual([
      'am leave a',
      'pm leave b',
    ])
    expect(states(somebody(fiveDays(morning)), away('a', onFriday('whole')))).toEqual(['am leave a', 'pm free'])
    expect(states(somebody(fiveDays(morning)), away('a', onFriday('pm')))).toEqual(['am work', 'pm free'])
    expect(states(somebody(fullWeek, holiday('pm')), away('a', onFriday('whole')))).toEqual([
      'am leave a',
      'pm holiday',
    ])
    expect(states(somebody(), away('a', range('2026-06-08')))).toEqual(['am work', 'pm work'])
  })

  test('names holidays and closings of working time; a holiday on a day off is a day off', () => {
    expect(states(somebody(fullWeek, holiday('whole')))).toEqual(['am holiday', 'pm holiday'])
    expect(states(somebody(fullWeek, closing('am')))).toEqual(['am closing', 'pm work'])
    expect(states(somebody(fullWeek, { ...holiday('am'), ...closing('whole') }))).toEqual(['am holiday', 'pm closing'])
    expect(states(somebody(fullWeek, holiday('half')))).toEqual(['half work', 'half holiday'])
    expect(states(somebody(fiveDays(someHalf), holiday('half')))).toEqual(['half holiday', 'half free'])
    expect(states(somebody(fiveDays(morning), holiday('whole')))).toEqual(['am holiday', 'pm free'])
  })

  test('shows sickness before leave and accepted before pending; what is over shows nothing', () => {
    const [vacation, sick] = [away('a', onFriday('whole')), away('s', onFriday('pm'), 'accepted', 'sick')]
    expect(states(somebody(), vacation, sick)).toEqual(['am leave a', 'pm sickness s'])
    expect(states(somebody(), away('p', onFriday('whole'), 'pending'), away('a', onFriday('am')))).toEqual([
      'am leave a',
      'pm leave p',
    ])
    expect(states(somebody(), away('o', onFriday('whole'), 'over'))).toEqual(['am work', 'pm work'])
  })

  test('shows halves without a side as they are', () => {
    expect(states(somebody(), away('a', onFriday('half')))).toEqual(['half leave a', 'half work'])
    expect(states(somebody(), away('a', onFriday('half')), away('b', onFriday('half')))).toEqual([
      'half leave a',
      'half leave b',
    ])
    expect(states(somebody(), away('a', onFriday('half')), away('b', onFriday('am')))).toEqual([
      'am leave b',
      'pm leave a',
    ])
    expect(states(somebody(fiveDays(morning)), away('a', onFriday('half')))).toEqual(['am leave a', 'pm free'])
    expect(states(somebody(fiveDays(someHalf)), away('a', onFriday('pm')))).toEqual(['pm leave a', 'half free'])
  })

  test('shows hours of leave, and the working hours around them', () => {
    const office = somebody(fiveDays(officeDay))
    expect(states(office, away('a', onFriday(hours(10, 11))))).toEqual([
      '9-10 work',
      '10-11 leave a',
      '11-12 work',
      'pm work',
    ])
    expect(states(office, away('a', onFriday(hours(11, 14))))).toEqual([
      '9-11 work',
      '11-12 leave a',
      '13-14 leave a',
      '14-18 work',
    ])
    expect(states(office, away('a', onFriday(hours(8, 12))))).toEqual(['am leave a', 'pm work'])
    expect(states(office, away('a', onFriday(hours(12, 13))))).toEqual(['am work', 'pm work'])
  })

  test('shows hours of leave beside the half that stays work, where nobody said when that is', () => {
    expect(states(somebody(), away('a', onFriday(hours(9, 10))))).toEqual(['9-10 leave a', 'am work', 'pm work'])
    expect(states(somebody(), away('a', onFriday(hours(8, 12))))).toEqual(['am leave a', 'pm work'])
    expect(states(somebody(), away('a', onFriday(hours(8, 10))), away('b', onFriday(hours(10, 12))))).toEqual([
      '8-10 leave a',
      '10-12 leave b',
      'pm work',
    ])
  })

  test('shows leave exactly where it costs something', () =>
    fc.assert(
      fc.property(anyWhere, anyDay, anyRange, (where, day, dates) => {
        const shown = slotsOf(where, [away('a', dates)], day).some(({ state }) => state === 'leave')
        const costs = chargesOf(where, dates, counting({ whole: 'minutes' }), 'minute').some(
          (charge) => charge.day === day,
        )
        expect(shown).toBe(costs)
      }),
      { numRuns: RUNS },
    ))

  test('shows two halves where each costs something beside the other, sick or not', () => {
    const halves = somebody(fiveDays(someHalf))
    const [am, pm] = [away('am', onFriday('am'), 'accepted', 'sick'), away('pm', onFriday('pm'))]
    expect(states(halves, am, pm)).toEqual(['am sickness am', 'half free'])
    expect(states(halves, pm, am)).toEqual(['pm leave pm', 'half free'])
    fc.assert(
      fc.property(anyWhere, anyDay, anyApart, fc.constantFrom('sick', 'vacation'), (where, day, [one, other], type) => {
        const [first, second] = [one, other].map((part): Dates => ({ kind: 'days', days: [{ day, part }] })) as [
          Dates,
          Dates,
        ]
        const taken = { taken: [first], adjoining: [] }
        const costs = [
          ...chargesOf(where, first, counting(), 'day').map(() => 'first'),
          ...chargesOf(where, second, counting(), 'day', taken).map(() => 'second'),
        ]
        const slots = slotsOf(where, [away('first', first), away('second', second, 'accepted', type)], day, ['sick'])
        expect([...new Set(slots.flatMap(({ leave }) => leave ?? []))].toSorted()).toEqual(costs)
      }),
      { numRuns: RUNS },
    )
  })
})

const anyApart = fc.constantFrom<readonly [Part, Part]>(
  ['am', 'pm'],
  ['pm', 'am'],
  ['half', 'half'],
  ['am', 'half'],
  ['half', 'pm'],
)
