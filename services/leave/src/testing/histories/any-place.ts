import type { Facts } from '#domain/facts/facts.ts'
import type { Calendar, Half } from '#domain/time/calendar.ts'
import { dateOf, dayIn } from '../oracle/almanac.ts'
import type { Chance } from './chance.ts'
import { anyDay, FIRST_YEAR, LAST_YEAR } from './days.ts'

/** Where somebody works, and what is free there. */
export const anyPlaces = (chance: Chance): Pick<Facts, 'places' | 'calendars'> => {
  const moves = chance.likely(25) ? [anyDay(chance)] : []
  const stay = { department: 'd', team: 't', labels: [] }
  return {
    places: [
      { ...stay, from: dateOf(dayIn(FIRST_YEAR, 1, 1)), location: 'here' },
      ...moves
        .filter((day) => day > dayIn(FIRST_YEAR, 1, 1))
        .map((day) => ({ ...stay, from: dateOf(day), location: 'there' })),
    ],
    calendars: chance.likely(70)
      ? { here: anyCalendar(chance), there: anyCalendar(chance) }
      : { here: anyCalendar(chance) },
  }
}

const anyCalendar = (chance: Chance): Calendar => {
  const { list, int, pick, likely } = chance
  if (likely(15)) return { holidays: [], closings: [] }
  const part = (): 'whole' | Half => pick<'whole' | Half>('whole', 'whole', 'whole', 'am', 'pm', 'half')
  const yearly = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i).flatMap((year) => [
    { day: dateOf(dayIn(year, 1, 1)), part: 'whole' as const, name: 'New Year' },
    { day: dateOf(dayIn(year, 5, 1)), part: 'whole' as const, name: 'May Day' },
    { day: dateOf(dayIn(year, 12, 24)), part: part(), name: 'Christmas Eve' },
    { day: dateOf(dayIn(year, 12, 25)), part: 'whole' as const, name: 'Christmas Day' },
  ])
  const others = list(0, 8, (i) => ({ day: dateOf(anyDay(chance)), part: part(), name: `holiday ${i}` }))
  const closings = list(0, 2, (i) => {
    const first = anyDay(chance)
    return { first: dateOf(first), last: dateOf(first + int(0, 9)), part: part(), name: `closing ${i}` }
  })
  return { holidays: [...yearly, ...others], closings }
}
