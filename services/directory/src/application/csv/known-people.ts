import { eventsIn, whole } from '@awayday/event-sourcing'
import { inTurns, type PersonId, parsePersonId, type TenantId } from '@awayday/kernel'
import type { Known, KnownPerson } from '#domain/csv/known.ts'
import type { PersonRow } from '#domain/csv/person-row.ts'
import { slug } from '#domain/csv/places.ts'
import { mail as reservation } from '#domain/mail.ts'
import { isKnown } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { mailCodec } from '#wire/events.ts'
import { mailHash } from '#wire/mail-hash.ts'
import { rolesOf } from '#wire/rows.ts'
import { loadCompany, loadDepartments, loadLocation, loadPerson, loadRoles, loadTeam } from '../load.ts'
import { mailStream } from '../streams.ts'

/** What the streams say, at this moment, of everybody and everything that rows name; teams and locations with ids of their own also as the views know them. */
export const knownPeople = async (world: World, tenant: TenantId, rows: readonly PersonRow[]): Promise<Known> => {
  const secret = await world.mailSecrets.of(tenant)
  const named = rows.flatMap(({ approver }) => approver ?? [])
  const mails = new Set([...rows.map(({ mail }) => mail), ...named.filter((one) => one.includes('@'))])
  const holders = new Map<string, PersonId>()
  await inTurns([...mails], async (mail) => {
    const hash = mailHash(secret, mail)
    holders.set(hash, (await holderOf(world, tenant, hash)) ?? newPersonBy(hash))
  })
  const byMail: Known['byMail'] = (mail) => {
    const hash = mailHash(secret, mail)
    return holders.get(hash) ?? newPersonBy(hash)
  }
  const ids = new Set([
    ...rows.flatMap(({ id }) => id ?? []),
    ...named.flatMap((one) => parsePersonId(one) ?? []),
    ...holders.values(),
  ])
  const { admins } = await loadCompany(world, tenant)
  const people = new Map<PersonId, KnownPerson>()
  await inTurns([...ids], async (id) => {
    const state = await loadPerson(world, tenant, id)
    if (!isKnown(state)) return
    const [{ card }, own] = await Promise.all([world.cards.load(tenant, id), loadRoles(world, tenant, id)])
    const roles = rolesOf(own.roles, admins.includes(id))
    people.set(id, { id, state, name: card?.name ?? '', mail: card?.mail ?? '', roles })
  })
  const [teams, { departments }, locations] = await Promise.all([
    teamsOf(world, tenant, rows),
    loadDepartments(world, tenant),
    locationsOf(world, tenant, rows),
  ])
  return { teams, departments, locations, people, byMail }
}

/** Whoever reserved a mail address and came into being. */
export const holderOf = async ({ store }: World, tenant: TenantId, hash: string): Promise<PersonId | undefined> => {
  const { records } = await whole(store, mailStream(tenant, hash))
  const state = records.flatMap((record) => eventsIn(record, mailCodec)).reduce(reservation.evolve, reservation.initial)
  if (state.status === 'free') return undefined
  return isKnown(await loadPerson({ store }, tenant, state.by)) ? state.by : undefined
}

/** The same for the same mail address of a company, and tells nobody what it is. */
const newPersonBy = (hash: string): PersonId => {
  const id = parsePersonId(hash.slice(0, 22))
  if (!id) throw new Error('a hash is not an id')
  return id
}

const teamsOf = async (world: World, tenant: TenantId, rows: readonly PersonRow[]) => {
  const teams = new Map((await world.views.teams(tenant)).map((team) => [team.id, team]))
  await inTurns([...new Set(rows.flatMap(({ team, teamId }) => teamId ?? slug(team)))], async (id) => {
    const state = id ? await loadTeam(world, tenant, id) : undefined
    if (state?.status === 'added') teams.set(id, { id, name: state.name })
  })
  return [...teams.values()]
}

const locationsOf = async (world: World, tenant: TenantId, rows: readonly PersonRow[]) => {
  const locations = new Map((await world.views.locations(tenant)).map((location) => [location.id, location]))
  await inTurns([...new Set(rows.flatMap(({ location, locationId }) => locationId ?? slug(location)))], async (id) => {
    const state = id ? await loadLocation(world, tenant, id) : undefined
    if (state?.status === 'added') {
      const { name, country, zone } = state
      locations.set(id, { id, name, country, zone })
    }
  })
  return [...locations.values()]
}
