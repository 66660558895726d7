import type { Path, Starter } from '#domain/company/timelines.ts'
import { STARTER_VERSION, starterName, starterPolicies } from '#domain/person/starter-policies.ts'
import { STARTER_SCHEDULE, starterSchedule } from '#domain/person/starter-schedule.ts'
import type { World } from '#ports/world.ts'
import { documentHash } from '#wire/document-hash.ts'
import { calendarText, policyText, scheduleText } from '#wire/documents.ts'

/** `text`: of the document, which is kept before any fact names it. */
export type StarterText = Starter & { readonly text: string }

/** What holds in a country where the company has saved nothing. */
export const startersOf = async (
  { publicHolidays }: Pick<World, 'publicHolidays'>,
  country: string,
): Promise<readonly StarterText[]> => {
  const byCountry = made.get(publicHolidays) ?? new Map<string, readonly StarterText[]>()
  made.set(publicHolidays, byCountry)
  const known = byCountry.get(country)
  if (known) return known
  const holidays = await publicHolidays.of(country, null)
  const starters: readonly StarterText[] = [
    ...starterPolicies(country).map((policy) => ({
      kind: 'policy' as const,
      leaveType: policy.leaveType,
      id: starterName(country),
      version: STARTER_VERSION,
      isUnsaid: false,
      ...named(policyText(policy)),
    })),
    {
      kind: 'schedule',
      leaveType: null,
      id: STARTER_SCHEDULE,
      version: 1,
      isUnsaid: true,
      ...named(scheduleText(starterSchedule)),
    },
    {
      kind: 'calendar',
      leaveType: null,
      id: '', // so that it is told anew when the product knows other holidays
      version: 0,
      isUnsaid: holidays.length === 0,
      ...named(calendarText({ holidays, closings: [] })),
    },
  ]
  byCountry.set(country, starters)
  return starters
}

/** They change with the product only. */
const made = new WeakMap<World['publicHolidays'], Map<string, readonly StarterText[]>>()

const named = (text: string) => ({ text, document: documentHash(text) })

/** All along somebody's way. */
export const startersAlong = async (
  world: Pick<World, 'publicHolidays'>,
  path: Path,
): Promise<ReadonlyMap<string, readonly StarterText[]>> => {
  const countries = [...new Set(path.map(({ country }) => country))]
  return new Map(
    await Promise.all(countries.map(async (country) => [country, await startersOf(world, country)] as const)),
  )
}
