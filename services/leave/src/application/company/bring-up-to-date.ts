import type { CommandMeta } from '@awayday/event-sourcing'
import { newYearsDay, type PersonId, type TenantId } from '@awayday/kernel'
import { type State as Company, latest } from '#domain/company/company.ts'
import { type Known, type Lack, lacking, type Path } from '#domain/company/lacking.ts'
import type { ContentHash } from '#domain/company/setting.ts'
import type { Command } from '#domain/person/commands.ts'
import { periods } from '#domain/person/employment.ts'
import type { State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { calendarText } from '#wire/documents.ts'
import { decide } from '../decide.ts'
import { tellPerson } from '../person-stream.ts'
import { tellCompany } from './company-stream.ts'

/**
 * Puts into a person's stream what the settings of the company say for them and their facts do not: after a setting was saved, and after they
 * came or moved. Both append first and read the other afterwards, so one of them always sees what the other did. The company is read after the
 * person: whatever they have been told is in it, so nothing is taken back by an older word.
 */
export const bringUpToDate =
  (world: World) =>
  async (person: PersonId, meta: Omit<CommandMeta, 'key' | 'digest'>): Promise<void> => {
    for (let round = 1; round <= ROUNDS; round++) {
      const { state, version } = await tellPerson(world, meta.tenant, person)
      const company = await tellCompany(world, meta.tenant)
      const lacks = await lacksOf(world, meta.tenant, company, state)
      if (lacks.length === 0) return
      for (const lack of lacks) {
        // What was told once may have to be told again: somebody moves away, and back. So the key names what was read.
        const key = `${lack.kind}/${lack.key}/${lack.from}@${version}`
        const done = await decide(world)(person, { ...meta, key, digest: key }, () => commandOf(lack))
        if (!done.ok) throw new NotToldUnavailable(done.error.type)
      }
    }
    throw new NotToldUnavailable('settings were saved faster than they could be told')
  }

/** One to tell, one to see that all is told; more where others tell at the same time. */
const ROUNDS = 8

/** Facts are never refused: others wrote before us too often. It is tried again. */
class NotToldUnavailable extends Error {
  override readonly name = 'NotToldUnavailable'
}

/** What the company says for somebody, or the law of their country, and their stream does not. */
export const lacksOf = async (
  world: Pick<World, 'documents' | 'publicHolidays'>,
  tenant: TenantId,
  company: Company,
  state: State,
): Promise<readonly Lack[]> => [
  ...lacking(company, pathOf(state), knownOf(state)),
  ...(await publicHolidaysLacking(world, tenant, company, state)),
]

/** Commands that put lacks into a stream, in their order. */
export const commandOf = ({ kind, key, id, version, from, document }: Lack): Command => {
  if (kind === 'policy') return { type: 'AssignTerms', policy: id, version, from, leaveType: key, document }
  if (document === null) throw new Error(`a ${kind} does not end`)
  if (kind === 'schedule') return { type: 'AssignSchedule', schedule: id, version, from, document }
  return { type: 'ApplyCalendar', location: key, version, document }
}

const pathOf = ({ owner, employment }: State): Path => {
  const start = periods(employment)[0]?.from
  if (start === undefined) return []
  const places = employment.places.map(({ from, team, location, country }) => ({
    person: owner,
    team,
    location,
    country,
    from,
  }))
  const before = places.findLast(({ from }) => from <= start) ?? places[0]
  return before ? [{ ...before, from: start }, ...places.filter(({ from }) => start < from)] : []
}

const knownOf = ({ terms, timetables, calendars }: State): readonly Known[] => [
  ...terms.map(({ policy: id, leaveType: key, from, document }) => ({
    kind: 'policy' as const,
    key,
    id,
    from,
    document: typeof document === 'object' && document !== null ? YEARLY : document,
  })),
  ...timetables.map(({ schedule: id, from, document }) => ({ kind: 'schedule' as const, key: '', id, from, document })),
  ...calendars.map(({ location, document }) => ({
    kind: 'calendar' as const,
    key: location,
    id: location,
    from: LONG_AGO,
    document,
  })),
]

/** A calendar is for all days. */
const LONG_AGO = newYearsDay(1900)
/** Terms of the time before documents: like none that a company saves. */
const YEARLY = 'yearly'

/** A location that the company says nothing about, or nothing more, has the public holidays of its country. */
const publicHolidaysLacking = async (
  world: Pick<World, 'documents' | 'publicHolidays'>,
  tenant: TenantId,
  company: Company,
  { employment, calendars }: State,
): Promise<readonly Lack[]> => {
  const locations = new Map(employment.places.map(({ location, country }) => [location, country]))
  const lacks = await Promise.all(
    [...locations].map(async ([location, country]): Promise<readonly Lack[]> => {
      const said = latest(company, { kind: 'calendar', id: location })
      if (said && said.document !== null) return []
      const document = await publicHolidaysOf(world, tenant, country)
      if (document === null || calendars.some((one) => one.location === location && one.document === document))
        return []
      const version = said?.version ?? 0
      return [{ kind: 'calendar', key: location, id: location, from: LONG_AGO, version, document }]
    }),
  )
  return lacks.flat()
}

/** Put once a process for each company and country: they change with the product only. Null: none are known. */
const publicHolidaysOf = async (
  { documents, publicHolidays }: Pick<World, 'documents' | 'publicHolidays'>,
  tenant: TenantId,
  country: string,
): Promise<ContentHash | null> => {
  const ofStore = put.get(documents) ?? new Map<string, ContentHash>()
  put.set(documents, ofStore)
  const known = ofStore.get(`${tenant} ${country}`)
  if (known !== undefined) return known
  const holidays = await publicHolidays.of(country, null)
  if (holidays.length === 0) return null
  const document = await documents.put(tenant, calendarText({ holidays, closings: [] }))
  if (ofStore.size >= KEPT) ofStore.clear()
  ofStore.set(`${tenant} ${country}`, document)
  return document
}
const put = new WeakMap<World['documents'], Map<string, ContentHash>>()
const KEPT = 5_000
