import type { DayPlan, Schedule, Span } from '#domain/time/schedule.ts'
import { dateOf } from '../oracle/almanac.ts'
import type { Chance } from './chance.ts'
import { anyDay } from './days.ts'

/** A pattern of one to three weeks: whole days, halves with and without a side, with times and without. */
export const anySchedule = (chance: Chance): Schedule => {
  const { int, pick, likely } = chance
  const noon = pick(720, 720, 720, 750, 780)
  const timed = likely(50)
  const usual = timed ? timedDay(chance, noon) : untimed('whole', pick(480, 480, 455, 450, 360, 601))
  const week = (): DayPlan[] =>
    Array.from({ length: 7 }, (_, i) => {
      if (likely(15)) return anyPlan(chance, noon)
      return i < 5 ? usual : FREE
    })
  return {
    anchor: dateOf(anyDay(chance)),
    firstWeekday: pick(1, 1, 1, 7, int(1, 7)),
    weeks: [week(), ...(likely(25) ? [week()] : []), ...(likely(8) ? [week()] : [])],
    noon,
    fte: pick(10_000, 10_000, 5_000, 7_500, int(1, 10_000)),
  }
}

export const FREE: DayPlan = { halves: 'none', minutes: 0, times: [] }

const untimed = (halves: 'whole' | 'am' | 'pm' | 'half', minutes: number): DayPlan => ({ halves, minutes, times: [] })

const anyPlan = (chance: Chance, noon: number): DayPlan => {
  const { int, pick, likely } = chance
  const halves = pick<DayPlan['halves']>('none', 'whole', 'am', 'pm', 'half')
  if (halves === 'none') return FREE
  if (halves === 'half' || likely(50)) return untimed(halves, halves === 'whole' ? int(1, 800) : int(1, 300))
  if (halves === 'whole') return timedDay(chance, noon)
  return plan(halves, halves === 'am' ? [span(chance, 300, noon)] : [span(chance, noon, 1440)])
}

/** Work on both sides of noon, with a break or without. */
const timedDay = (chance: Chance, noon: number): DayPlan => {
  const { int, likely } = chance
  if (likely(40)) return plan('whole', [{ from: int(300, noon - 1), to: int(noon + 1, 1320) }])
  if (likely(50))
    return plan('whole', [
      { from: 540, to: noon },
      { from: noon + 30, to: int(noon + 31, 1140) },
    ])
  return plan('whole', [span(chance, 300, noon), span(chance, noon, 1440)])
}

const span = ({ int }: Chance, first: number, last: number): Span => {
  const from = int(first, last - 1)
  return { from, to: int(from + 1, last) }
}

const plan = (halves: 'whole' | 'am' | 'pm', times: Span[]): DayPlan => ({
  halves,
  minutes: times.reduce((sum, { from, to }) => sum + to - from, 0),
  times,
})
