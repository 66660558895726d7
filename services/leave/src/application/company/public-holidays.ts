import { utcDate } from '@awayday/clock/zone'
import { ok, yearOf } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { writtenCalendar } from '#wire/settings.ts'

type Where = {
  readonly country: string
  readonly region: string | null
  readonly firstYear: number | null
  readonly lastYear: number | null
}

/** The public holidays of a country as a calendar to start from: of this year and the next two, by default. */
export const publicHolidays =
  (world: World) =>
  async ({ country, region, firstYear, lastYear }: Where) => {
    const first = firstYear ?? yearOf(utcDate(world.clock.now()))
    const last = lastYear ?? first + 2
    const [holidays, regions] = await Promise.all([
      world.publicHolidays.of(country, region),
      world.publicHolidays.regions(country),
    ])
    const within = holidays.filter(({ day }) => first <= yearOf(day) && yearOf(day) <= last)
    return ok({ regions, document: writtenCalendar({ holidays: within, closings: [] }) })
  }
