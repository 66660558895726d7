import { type Clock, stoppedClock } from '@awayday/clock'
import type { CommandMeta } from '@awayday/event-sourcing'
import { type Actor, type LocalDate, type PersonId, parseTenantId, type Role, type TenantId } from '@awayday/kernel'
import { addLocation } from '#application/add-location.ts'
import { addPerson } from '#application/add-person.ts'
import { addTeam } from '#application/add-team.ts'
import { consumers } from '#application/consumers.ts'
import { foundTenant } from '#application/found-tenant.ts'
import { compose } from '#composition/compose.ts'
import type { World } from '#ports/world.ts'

/** A company on a SQLite of its own, with a clock that stands still, one team and one location. */
export type House = {
  readonly world: World
  readonly clock: Clock & { set(at: string): void }
  readonly tenant: TenantId
  /** Whoever set the company up: may do everything, and is nobody in it. */
  readonly founder: Actor
  readonly team: string
  readonly location: string
}

let houses = 0
export const newHouse = async (at = '2026-03-02T09:00:00.000Z'): Promise<House> => {
  const clock = stoppedClock(at)
  const n = ++houses
  const world = await compose(
    { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: `a secret of its own for test house ${n}`, AWAYDAY_DEMO: '1' },
    { clock },
  )
  return furnished(world, clock, `house-${n}`)
}

/** One more company in a world. */
export const furnished = async (world: World, clock: House['clock'], name: string): Promise<House> => {
  const tenant = tenantId(name)
  const founder: Actor = { tenant, person: 'founder' as PersonId, roles: ['employee', 'admin'] }
  const house = { world, clock, tenant, founder, team: '', location: '' }
  done(await foundTenant(world)(metaOf(house, 'found'), 'Acme'))
  const team = done(
    await addTeam(world)({ actor: founder, meta: metaOf(house, 'team'), input: { name: 'Engineering' } }),
  )
  const location = done(
    await addLocation(world)({
      actor: founder,
      meta: metaOf(house, 'location'),
      input: { name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' },
    }),
  )
  return { ...house, team: team.id, location: location.id }
}

export const metaOf = (
  { tenant, clock, founder }: Pick<House, 'tenant' | 'clock' | 'founder'>,
  key: string,
  { actor = founder.person, digest = key }: { readonly actor?: string; readonly digest?: string } = {},
): CommandMeta => ({ tenant, actor, key, digest, correlation: `c-${key}`, cause: `request-${key}`, at: clock.now() })

/** The same for the same name, and not the name: keys and correlations are stored beside the events. */
export const keyOf = (name: string): string => `add-${Buffer.from(name).toString('hex')}`

/** Somebody who joined on 1 January 2026 unless it says otherwise. */
export const newPerson = (name: string, house: House, differently: Partial<Parameters<typeof inputOf>[2]> = {}) =>
  addPerson(house.world)({
    actor: house.founder,
    meta: metaOf(house, keyOf(name)),
    input: inputOf(name, house, differently),
  })

export const joinedPerson = async (...who: Parameters<typeof newPerson>): Promise<PersonId> =>
  done(await newPerson(...who)).person

export const inputOf = (
  name: string,
  { team, location }: House,
  differently: Partial<{
    readonly mail: string
    readonly team: string
    readonly location: string
    readonly department: string | null
    readonly labels: readonly string[]
    readonly approver: PersonId | null
    readonly joined: LocalDate
  }> = {},
) => ({
  name,
  mail: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
  team,
  location,
  department: null,
  labels: [],
  approver: null,
  joined: day('2026-01-01'),
  ...differently,
})

export const actorOf = ({ tenant }: House, person: PersonId, ...roles: readonly Role[]): Actor => ({
  tenant,
  person,
  roles: ['employee', ...roles],
})

/** Lets the views and the other services know what happened so far. */
export const settled = ({ world, tenant }: House): Promise<void> => consumers(world).sweep(tenant)

export const day = (text: string): LocalDate => text as LocalDate

/** What went well; anything else fails the test with the refusal. */
export const done = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.error)}`)
}

const tenantId = (name: string): TenantId => {
  const tenant = parseTenantId(name)
  if (!tenant) throw new Error(`not a tenant: ${name}`)
  return tenant
}
