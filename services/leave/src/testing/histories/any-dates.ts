import type { AbsentDay, Dates, Part } from '#domain/time/absence.ts'
import { type DayNo, dateOf } from '../oracle/almanac.ts'
import type { Chance } from './chance.ts'

/** The dates of a leave that begins on a day: a range with parts at its ends, or days one by one. */
export const anyDates = (chance: Chance, first: DayNo): Dates => {
  const { int, pick, likely } = chance
  if (likely(25)) return { kind: 'days', days: anyDays(chance, first) }
  const last = first + pick(0, 0, 1, 3, 4, 6, int(0, 20), int(0, 40))
  const firstPart = anyPart(chance)
  return {
    kind: 'range',
    first: dateOf(first),
    firstPart,
    last: dateOf(last),
    lastPart: last === first ? firstPart : anyPart(chance),
  }
}

const anyPart = ({ int, pick, likely }: Chance): Part => {
  if (likely(60)) return 'whole'
  const from = int(400, 1_100)
  return pick<Part>('am', 'pm', 'half', { from, to: int(from + 1, 1_200) }, { from: 0, to: from }, { from, to: 1_440 })
}

/** Single days, perhaps one of them in two parts that do not meet. */
const anyDays = (chance: Chance, first: DayNo): AbsentDay[] => {
  const { int, likely } = chance
  const days: AbsentDay[] = []
  let day = first
  for (let n = int(1, 4); n > 0; n--) {
    const date = dateOf(day)
    const cut = int(600, 900)
    if (likely(80)) days.push({ day: date, part: anyPart(chance) })
    else {
      const [a, b] = partsApart(chance, cut)
      days.push({ day: date, part: a }, { day: date, part: b })
    }
    day += int(1, 5)
  }
  return days
}

/** Two parts of a day that do not meet. */
const partsApart = ({ pick }: Chance, cut: number): [Part, Part] =>
  pick<[Part, Part]>(
    ['am', 'pm'],
    ['half', 'half'],
    [
      { from: 480, to: cut },
      { from: cut, to: 1_100 },
    ],
    [
      { from: 550, to: cut },
      { from: cut + 10, to: 1_000 },
    ],
    ['am', { from: 800, to: 1_000 }],
  )

/** Two or three leaves that have days in common, and on them parts that mostly do not meet. */
export const anyDaysShared = (chance: Chance, first: DayNo): Dates[] => {
  const { int, likely, list } = chance
  const days = list(1, 3, (i) => dateOf(first + i))
  const pairs = days.map(() => partsApart(chance, int(600, 900)))
  const turned = likely(50)
  const of = (nth: 0 | 1): Dates => ({
    kind: 'days',
    days: days.map((day, i) => ({ day, part: pairs[i]?.[turned ? 1 - nth : nth] ?? 'whole' })),
  })
  return [of(0), of(1), ...(likely(30) ? [anyDates(chance, first)] : [])]
}
