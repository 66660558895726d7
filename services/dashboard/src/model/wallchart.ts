import { type LocalDate, weekday } from '@awayday/kernel'
import type { Away, Person } from '#api/documents.ts'
import { daysOf, lastDayOf, type Month } from './month.ts'

/** Why somebody is away in a half of a day. The type is unknown to the viewer where it is private. */
export type Mark = Pick<Away, 'leaveType' | 'status'>
export type Half = 'am' | 'pm'

export type Day = { readonly date: LocalDate; readonly isWeekend: boolean; readonly isToday: boolean }
/** Two halves; the same mark in both is a whole day. */
export type Cell = { readonly [half in Half]: Mark | undefined }
export type Row = { readonly person: string; readonly name: string; readonly cells: readonly Cell[] }
export type Wallchart = { readonly days: readonly Day[]; readonly rows: readonly Row[] }

type Given = {
  readonly month: Month
  readonly today: LocalDate
  readonly team: string
  readonly people: readonly Person[]
  readonly away: readonly Away[]
}

/** People by days: who of a team is away when in a month. Free days stay empty: nobody is away from work on them. */
export const wallchart = ({ month, today, team, people, away }: Given): Wallchart => {
  const days = daysOf(month).map((date) => ({ date, isWeekend: weekday(date) > 5, isToday: date === today }))
  const rows = people
    .filter((person) => person.team === team && worksIn(month, person))
    .map(({ id, name }) => {
      const own = away.filter(({ person }) => person === id)
      return { person: id, name, cells: days.map((day) => (day.isWeekend ? FREE : cellOf(own, day.date))) }
    })
  return { days, rows }
}

const FREE: Cell = { am: undefined, pm: undefined }

const worksIn = (month: Month, { joined, left }: Person): boolean =>
  joined <= lastDayOf(month) && (left === null || month <= left)

const cellOf = (away: readonly Away[], date: LocalDate): Cell => ({
  am: away.find((leave) => covers(leave, date, 'am')),
  pm: away.find((leave) => covers(leave, date, 'pm')),
})

/** Of a first or last day it may be only a part; all between are whole. */
const covers = ({ first, firstPart, last, lastPart }: Away, date: LocalDate, half: Half): boolean => {
  if (date < first || last < date) return false
  const part = date === first ? firstPart : date === last ? lastPart : 'whole'
  return halvesOf(part).includes(half)
}

/** Hours are shown in the halves that they touch; a half without a side as the morning. */
const halvesOf = (part: string): readonly Half[] => {
  if (part === 'am' || part === 'pm') return [part]
  if (part === 'half') return ['am']
  const [from, to] = part.split('-')
  if (from === undefined || to === undefined) return ['am', 'pm']
  return [...(from < NOON ? (['am'] as const) : []), ...(NOON < to ? (['pm'] as const) : [])]
}

const NOON = '12:00'
