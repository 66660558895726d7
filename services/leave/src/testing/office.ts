import type { Clock } from '@awayday/clock'
import { type CommandMeta, whole } from '@awayday/event-sourcing'
import {
  type Actor,
  type Instant,
  type LocalDate,
  type PersonId,
  parseLocalDate,
  parsePersonId,
  parseTenantId,
  type Role,
  type TenantId,
} from '@awayday/kernel'
import { consumers } from '#application/consumers.ts'
import { personChanged } from '#application/person-changed.ts'
import type { World } from '#ports/world.ts'

/**
 * A company in a world: Ana and Dora in the design team, whose leave Ben approves; Clara is an admin, without an approver. They work on
 * public holidays, so that figures are easy to follow.
 */
export type Office = {
  readonly world: World
  readonly clock: Clock & { set(at: string): void }
  readonly tenant: TenantId
  readonly ana: Actor
  readonly ben: Actor
  readonly clara: Actor
  readonly dora: Actor
}

export const furnished = async (composed: World, clock: Office['clock'], name: string): Promise<Office> => {
  const tenant = parseTenantId(name)
  if (!tenant) throw new Error(`not a tenant: ${name}`)
  const actor = (person: string, ...roles: readonly Role[]): Actor => ({
    tenant,
    person: personOf(`${person}-${name}`),
    roles: ['employee', ...roles],
  })
  const world: World = { ...composed, publicHolidays: noHolidays }
  const office = {
    world,
    clock,
    tenant,
    ana: actor('ana'),
    ben: actor('ben', 'approver'),
    clara: actor('clara', 'admin'),
    dora: actor('dora'),
  }
  await joins(office, office.clara, null)
  await joins(office, office.ben, office.clara.person)
  await joins(office, office.ana, office.ben.person)
  await joins(office, office.dora, office.ben.person)
  await settled(office)
  return office
}

const noHolidays: World['publicHolidays'] = { of: async () => [], regions: async () => [] }

/** What the directory says about somebody who starts in the Lisbon design team. */
export const joins = (office: Office, { person }: Actor, approver: PersonId | null, from = '2026-01-01') =>
  told(office, `person/${person}@1.0`, {
    type: 'PersonJoined',
    person,
    from: day(from),
    team: 'design',
    location: 'lisbon',
    country: 'PT',
    zone: 'Europe/Lisbon',
    department: null,
    labels: [],
    approver,
  })

export const told = (
  { world, tenant, clock }: Office,
  id: string,
  event: Parameters<ReturnType<typeof personChanged>>[1],
): Promise<void> => {
  const seq = Number(/@(\d+)/.exec(id)?.[1]) * 100
  return personChanged(world)(metaOf({ tenant, clock }, id, { actor: 'system:awayday.directory' }), event, seq)
}

export const metaOf = (
  { tenant, clock }: Pick<Office, 'tenant' | 'clock'>,
  key: string,
  { actor = 'ana', digest = key }: { readonly actor?: string; readonly digest?: string } = {},
): CommandMeta => ({ tenant, actor, key, digest, correlation: `c-${key}`, cause: `request-${key}`, at: clock.now() })

/** Lets the views and the other services know what happened so far. */
export const settled = ({ world, tenant }: Office): Promise<void> => consumers(world).sweep(tenant)

/** Every stored record of the company, in the order of streams and versions. */
export const recordsOf = async ({ world, tenant }: Office) => {
  const records: { readonly stream: string; readonly version: number; readonly body: string }[] = []
  for await (const { stream } of world.store.heads(tenant)) {
    const told = await whole(world.store, stream)
    records.push(...told.records.map((record) => ({ stream: stream.name, ...record })))
  }
  return records
}

export const day = (text: string): LocalDate => {
  const date = parseLocalDate(text)
  if (!date) throw new Error(`not a date: ${text}`)
  return date
}

/** A clock that tests move, which is the process's own. */
export const movable = (clock: Clock & { travelTo(at: Instant): void }): Office['clock'] => ({
  now: clock.now,
  set: (at) => clock.travelTo(at as Instant),
})

const personOf = (text: string): PersonId => {
  const id = parsePersonId(text)
  if (!id) throw new Error(`not an id: ${text}`)
  return id
}
