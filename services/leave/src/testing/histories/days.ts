import type { Length, MonthDay } from '#domain/policy/length.ts'
import { type DayNo, dayIn } from '../oracle/almanac.ts'
import type { Chance } from './chance.ts'

/** The years in which things happen: one leap year, and common ones around it. */
export const FIRST_YEAR = 2023
export const LAST_YEAR = 2025

/** A day on which calculations go wrong, more often than not. */
export const anyDay = ({ int, pick, likely }: Chance, from = FIRST_YEAR, to = LAST_YEAR): DayNo => {
  const year = int(from, to)
  if (likely(45)) return dayIn(year, int(1, 12), int(1, 31))
  const [month, day] = pick<[number, number]>(
    [1, 1],
    [12, 31],
    [2, 29],
    [2, 28],
    [3, 1],
    [3, 31],
    [4, 1],
    [4, 30],
    [1, 31],
    [8, 31],
    [7, 1],
    [6, 30],
    [6, 16],
  )
  return dayIn(year, month, day)
}

export const anyMonthDay = ({ int, pick, likely }: Chance): MonthDay =>
  likely(30)
    ? { month: int(1, 12), day: int(1, 31) }
    : pick<MonthDay>(
        { month: 1, day: 1 },
        { month: 4, day: 1 },
        { month: 2, day: 29 },
        { month: 3, day: 31 },
        { month: 10, day: 1 },
        { month: 12, day: 31 },
        { month: 4, day: 6 },
        { month: 2, day: 31 },
      )

export const anyLength = ({ int, pick }: Chance): Length =>
  pick<Length>(
    { n: int(1, 400), unit: 'day' },
    { n: int(1, 20), unit: 'week' },
    { n: int(1, 15), unit: 'month' },
    { n: 1, unit: 'year' },
    { n: 3, unit: 'month' },
  )
