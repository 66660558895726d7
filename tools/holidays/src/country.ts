import Holidays from 'date-holidays'
import { type Free, freeIn, YEARS } from './in-place.ts'

/** One country's file. Places name holidays by their number in the table, as most regions share most of them. */
export type CountryFile = {
  readonly country: string
  readonly name: string
  /** The first and the last year that is written down. */
  readonly years: readonly [number, number]
  readonly holidays: readonly Written[]
  /** By region: `` is the country as a whole, else the code after the country's, such as `BY`, or `BY-A` for a district. */
  readonly places: Readonly<Record<string, { readonly name: string; readonly holidays: readonly number[] }>>
}

/** `part` where only half a day is free. `on`: that day of each of the years; else the days one by one. */
type Written = { readonly name: string; readonly part?: 'am' | 'pm' } & (
  | { readonly on: string }
  | { readonly days: readonly string[] }
)

export const countryFile = (country: string): CountryFile => {
  const known = new Holidays()
  const table = new Map<string, number>()
  const holidays: Written[] = []
  const numbered = (one: Written): number => {
    const key = JSON.stringify(one)
    const number = table.get(key) ?? holidays.push(one) - 1
    table.set(key, number)
    return number
  }
  const place = (name: string, free: readonly Free[]) => ({ name, holidays: grouped(free).map(numbered) })
  const name = known.getCountries('en')[country] ?? country
  const places = { '': place(name, freeIn(country)) } as Record<string, ReturnType<typeof place>>
  for (const [region, regionName] of Object.entries<string>(known.getStates(country, 'en') ?? {})) {
    places[region] = place(regionName, freeIn(country, region))
    for (const [district, districtName] of Object.entries<string>(known.getRegions(country, region, 'en') ?? {}))
      places[`${region}-${district}`] = place(districtName, freeIn(country, region, district))
  }
  return { country, name, years: [YEARS.first, YEARS.last], holidays, places }
}

const grouped = (free: readonly Free[]): readonly Written[] => {
  const groups = Map.groupBy(free, ({ name, part }) => `${part} ${name}`)
  return [...groups.values()].flatMap((days) => {
    const [one] = days
    if (!one) return []
    const { name, part } = one
    return [{ name, ...(part === 'whole' ? {} : { part }), ...when([...new Set(days.map(({ day }) => day))].sort()) }]
  })
}

const when = (days: readonly string[]): { on: string } | { days: readonly string[] } => {
  const [on, ...others] = new Set(days.map((day) => day.slice(5)))
  return on && others.length === 0 && days.length === YEARS.last - YEARS.first + 1 ? { on } : { days }
}
