import Holidays, { type HolidaysTypes } from 'date-holidays'

/** The years that are written down; lunar calendars are forecasts, and the tool is run again when a law changes. */
export const YEARS = { first: 2015, last: 2040 } as const

/** A public holiday of one day, as a place has it by law. `part`: only half the day is free. */
export type Free = { readonly day: string; readonly name: string; readonly part: 'whole' | 'am' | 'pm' }

/** All public holidays of a country, or of a part of it, in all years. */
export const freeIn = (country: string, region?: string, district?: string): readonly Free[] => {
  const calendar = new Holidays()
  if (district && region) calendar.init(country, region, district)
  else if (region) calendar.init(country, region)
  else calendar.init(country)
  return Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, n) => calendar.getHolidays(YEARS.first + n))
    .flat()
    .filter(({ type }) => type === 'public')
    .flatMap(daysOf)
}

const HOUR_MS = 3_600_000

/**
 * One entry may be several days (New Year in Romania), or part of one (from 14:00). The day that clocks change has 23 or
 * 25 hours; days that begin at sunset are given for the day after it.
 */
const daysOf = ({ date, start, end, name }: HolidaysTypes.Holiday): readonly Free[] => {
  const hours = Math.round((end.getTime() - start.getTime()) / HOUR_MS)
  const [first, hour] = [date.slice(0, 10), Number(date.slice(11, 13))]
  if (hours < 20) return [{ day: first, name, part: hour < 11 ? 'am' : 'pm' }]
  return Array.from({ length: Math.max(1, Math.floor(hours / 24)) }, (_, n) => ({
    day: new Date(Date.parse(`${first}T00:00:00Z`) + n * 24 * HOUR_MS).toISOString().slice(0, 10),
    name,
    part: 'whole',
  }))
}
