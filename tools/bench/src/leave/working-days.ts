import { addDays, type LocalDate, newYearsDay, newYearsEve, weekday } from '@awayday/kernel'
import type { Calendar } from '../../../../services/leave/src/domain/time/calendar.ts'
import type { Whereabouts } from '../../../../services/leave/src/domain/time/charged.ts'
import type { DayPlan, Schedule } from '../../../../services/leave/src/domain/time/schedule.ts'
import { workCalendars } from '../../../../services/leave/src/domain/time/work-calendar.ts'
import { interleave } from '../interleave.ts'
import { table } from '../report.ts'

const PEOPLE = 10_000
const ROUNDS = 25
/** The loop is slow: it is measured for so many people, and its time multiplied. */
const LOOP_PEOPLE = 200
const [FIRST, LAST] = [newYearsDay(2028), newYearsEve(2028)]

/** The working days of a year, holidays included, of a company of 10,000: looked up, built and looked up, and by a loop over the days. */
export const benchWorkingDays = async (): Promise<string> => {
  const company = people(PEOPLE)
  const calendars = company.map(workCalendars(FIRST, LAST))
  const expected = company.slice(0, LOOP_PEOPLE).map(byLoop)
  const looked = calendars.slice(0, LOOP_PEOPLE).map((calendar) => calendar.between(FIRST, LAST).halves / 2)
  if (looked.join() !== expected.join()) throw new Error('the loop and the calendars disagree')

  const medians = await interleave(
    {
      loop: async () => timed(() => company.slice(0, LOOP_PEOPLE).forEach(byLoop)) * (PEOPLE / LOOP_PEOPLE),
      built: async () => timed(() => company.map(workCalendars(FIRST, LAST)).map((one) => one.between(FIRST, LAST))),
      asked: async () => timed(() => calendars.map((calendar) => calendar.between(FIRST, LAST))),
    },
    ROUNDS,
  )
  return table({
    title: `Working days of a year, holidays included, of ${PEOPLE} people`,
    unit: 'ms',
    decimals: 2,
    floor: { what: 'a loop over the days', figure: medians.loop },
    lines: [
      { what: 'calendars built, then asked', figure: medians.built, target: { below: 50 } },
      { what: 'calendars asked', figure: medians.asked, target: { below: 1 } },
    ],
  })
}

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** What every other program does: day by day, is it a weekday, is it a holiday. */
const byLoop = ({ places, calendars, schedules }: Whereabouts): number => {
  const free = new Set(calendars[places[0]?.location ?? '']?.holidays.map(({ day }) => day))
  const week = schedules[0]?.schedule.weeks[0] ?? []
  let days = 0
  for (let day = FIRST; day <= LAST; day = addDays(day, 1))
    if (week[weekday(day) - 1]?.halves === 'whole' && !free.has(day)) days += 1
  return days
}

/** 20 schedules and 10 locations, of which everybody has one: 200 pairs. */
const people = (n: number): readonly Whereabouts[] => {
  const calendars = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`location ${at}`, holidaysOf(at)]))
  const schedules = Array.from({ length: 20 }, (_, at) => scheduleOf(at))
  return Array.from({ length: n }, (_, at) => ({
    places: [{ from: SINCE, location: `location ${Math.floor(at / 20) % 10}` }],
    calendars,
    schedules: schedules.slice(at % 20, (at % 20) + 1).map((schedule) => ({ from: SINCE, schedule, fact: 'hired' })),
  }))
}

const SINCE: LocalDate = newYearsDay(2020)

/** Twelve days, one a month. */
const holidaysOf = (location: number): Calendar => ({
  holidays: Array.from({ length: 12 }, (_, month) => ({
    day: addDays(FIRST, month * 30 + location),
    part: 'whole',
    name: 'Feast',
  })),
  closings: [],
})

const work: DayPlan = { halves: 'whole', minutes: 480, times: [] }
const off: DayPlan = { halves: 'none', minutes: 0, times: [] }

/** Four days or five, of different lengths. */
const scheduleOf = (at: number): Schedule => {
  const day = { ...work, minutes: 400 + at }
  return {
    anchor: SINCE,
    firstWeekday: 1,
    weeks: [[day, day, day, day, at % 2 === 0 ? day : off, off, off]],
    noon: 720,
    fte: 10_000,
  }
}
