import { compare, parseLocalDate } from '@awayday/kernel'
import * as v from 'valibot'
import type { Holiday } from '#domain/time/calendar.ts'
import type { PublicHolidays } from '#ports/public-holidays.port.ts'
import countries from './data/countries.json' with { type: 'json' }

/** By country: the file it is in. */
const areas: Readonly<Record<string, string>> = countries

/** Reads the files that `pnpm holidays` writes, one for each part of the world and only when one of its countries is asked for. */
export const publicHolidays: PublicHolidays = {
  of: async (country, region) => {
    const file = await fileOf(country)
    const place = file?.places[region ?? ''] ?? file?.places['']
    if (!file || !place) return []
    return place.holidays
      .map((number) => file.holidays[number])
      .filter((one) => one !== undefined)
      .flatMap((one) => holidaysOf(one, file.years))
      .sort((a, b) => compare(a.day, b.day))
  },

  regions: async (country) => {
    const places = (await fileOf(country))?.places ?? {}
    return Object.entries(places)
      .filter(([code]) => code !== '')
      .map(([code, { name }]) => ({ code, name }))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
  },
}

const written = v.object({
  years: v.tuple([v.number(), v.number()]),
  holidays: v.array(
    v.object({
      name: v.string(),
      part: v.optional(v.picklist(['am', 'pm'])),
      on: v.optional(v.string()),
      days: v.optional(v.array(v.string())),
    }),
  ),
  places: v.record(v.string(), v.object({ name: v.string(), holidays: v.array(v.number()) })),
})
type File = v.InferOutput<typeof written>

const fileOf = async (country: string): Promise<File | undefined> => {
  if (!Object.hasOwn(areas, country)) return undefined
  const { default: area } = await import(`./data/${areas[country]}.json`, { with: { type: 'json' } })
  return v.parse(written, area[country])
}

const holidaysOf = ({ name, part, on, days }: File['holidays'][number], [first, last]: File['years']): Holiday[] =>
  (days ?? Array.from({ length: last - first + 1 }, (_, n) => `${first + n}-${on}`)).flatMap((text) => {
    const day = parseLocalDate(text)
    return day ? [{ day, part: part ?? 'whole', name }] : []
  })
