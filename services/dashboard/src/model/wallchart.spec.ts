import { describe, expect, test } from 'vitest'
import type { Away, Person } from '#api/documents.ts'
import { date } from '#testing/date.ts'
import { type Cell, wallchart } from './wallchart.ts'

const ana: Person = { id: 'ana', name: 'Ana', team: 'blue', joined: date('2024-01-01'), left: null }
const leave: Away = {
  person: 'ana',
  first: date('2026-11-05'),
  firstPart: 'pm',
  last: date('2026-11-10'),
  lastPart: 'am',
  leaveType: 'vacation',
  status: 'approved',
}
const november = { month: date('2026-11-01'), today: date('2026-11-20'), team: 'blue', people: [ana], away: [leave] }

/** `.` at work, `<` away in the morning, `>` away in the afternoon, `#` away all day, ` ` a free day. */
const drawn = (given: Parameters<typeof wallchart>[0]): Record<string, string> => {
  const { days, rows } = wallchart(given)
  const sign = ({ am, pm }: Cell, n: number) => (am && pm ? '#' : am ? '<' : pm ? '>' : days[n]?.isWeekend ? ' ' : '.')
  return Object.fromEntries(rows.map(({ name, cells }) => [name, cells.map(sign).join('')]))
}

describe('the wallchart of a month', () => {
  test('shows each half day that somebody is away, and nothing on weekends', () => {
    expect(drawn(november)).toEqual({ Ana: ' ...>#  #<...  .....  .....  .' })
  })

  test('shows both halves of a day that two leaves share, each with its own mark', () => {
    const rest: Away = {
      ...leave,
      first: date('2026-11-05'),
      firstPart: 'am',
      last: date('2026-11-05'),
      lastPart: 'am',
    }
    const { rows } = wallchart({ ...november, away: [leave, { ...rest, leaveType: null, status: 'pending' }] })
    expect(rows[0]?.cells[4]).toMatchObject({
      am: { leaveType: null, status: 'pending' },
      pm: { leaveType: 'vacation', status: 'approved' },
    })
  })

  test('shows hours in the halves that they touch, and single days without those between them', () => {
    const on = (date_: string, part: string): Away => ({
      ...leave,
      first: date(date_),
      firstPart: part,
      last: date(date_),
      lastPart: part,
    })
    const hours = [on('2026-11-03', '09:00-12:00'), on('2026-11-04', '12:00-13:30'), on('2026-11-05', '11:00-13:00')]
    expect(drawn({ ...november, away: [...hours, on('2026-11-10', 'half'), on('2026-11-12', 'whole')] })).toEqual({
      Ana: ' .<>#.  .<.#.  .....  .....  .',
    })
  })

  test('shows what began before the month and what ends after it', () => {
    const long: Away = { ...leave, first: date('2026-10-28'), last: date('2026-12-02') }
    expect(drawn({ ...november, away: [long] })).toEqual({ Ana: ' #####  #####  #####  #####  #' })
  })

  test('lists those of the team who work in that month', () => {
    const people = [
      ana,
      { ...ana, id: 'ben', name: 'Ben', team: 'red' },
      { ...ana, id: 'cai', name: 'Cai', left: date('2026-11-01') },
      { ...ana, id: 'dia', name: 'Dia', left: date('2026-10-31') },
      { ...ana, id: 'eve', name: 'Eve', joined: date('2026-11-30') },
      { ...ana, id: 'fay', name: 'Fay', joined: date('2026-12-01') },
    ]
    expect(wallchart({ ...november, people }).rows.map(({ name }) => name)).toEqual(['Ana', 'Cai', 'Eve'])
  })

  test('knows which day is today', () => {
    const { days } = wallchart(november)
    expect(days.filter(({ isToday }) => isToday)).toEqual([{ date: '2026-11-20', isWeekend: false, isToday: true }])
  })
})
