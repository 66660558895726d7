import { eventsIn, stream, whole } from '@awayday/event-sourcing'
import { inTurns, type PersonId, parsePersonId, type TenantId } from '@awayday/kernel'
import type { Known, KnownPerson } from '#domain/csv/known.ts'
import type { PersonRow } from '#domain/csv/person-row.ts'
import { mail as reservation } from '#domain/mail.ts'
import { isKnown } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { mailCodec } from '#wire/events.ts'
import { mailHash } from '#wire/mail-hash.ts'
import { rolesOf } from '#wire/rows.ts'
import { loadCompany, loadDepartments, loadLocation, loadPerson, loadRoles, loadTeam } from '../load.ts'
import { mailStream, subjectOf } from '../streams.ts'

/** What the streams say, at this moment, of everybody that rows name, and of all teams, departments and locations. */
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
    teamsOf(world, tenant),
    loadDepartments(world, tenant),
    locationsOf(world, tenant),
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

const teamsOf = async (world: World, tenant: TenantId) => {
  const ids = await idsOf(world, tenant, 'team')
  const teams = await Promise.all(ids.map(async (id) => ({ id, state: await loadTeam(world, tenant, id) })))
  return teams.flatMap(({ id, state }) => (state.status === 'added' ? [{ id, name: state.name }] : []))
}

const locationsOf = async (world: World, tenant: TenantId) => {
  const ids = await idsOf(world, tenant, 'location')
  const locations = await Promise.all(ids.map(async (id) => ({ id, state: await loadLocation(world, tenant, id) })))
  return locations.flatMap(({ id, state }) => {
    if (state.status === 'unknown') return []
    const { name, country, zone } = state
    return [{ id, name, country, zone }]
  })
}

/** All that there is of a kind, whether views show it yet or not: a file may follow at once on what it names. */
const idsOf = async ({ store }: World, tenant: TenantId, kind: 'team' | 'location'): Promise<readonly string[]> => {
  const ids: string[] = []
  for await (const { stream: one } of store.heads(tenant, stream(tenant, kind, '').name)) {
    const subject = subjectOf(one)
    if (subject.kind !== kind) break
    ids.push(subject.id)
  }
  return ids
}
