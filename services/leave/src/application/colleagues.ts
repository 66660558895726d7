import { compare, inTurns, type PersonId, type TenantId } from '@awayday/kernel'
import { approversOf } from '#domain/person/approvers-of.ts'
import { stands } from '#domain/person/state.ts'
import type { Colleague } from '#domain/rules/colleague.ts'
import type { World } from '#ports/world.ts'
import { type Listed, peopleOf } from './people.ts'
import { type Told, tellPerson } from './person-stream.ts'
import { recent } from './recent.ts'

/** Of all companies; about 5 kB each. */
const KEPT = 10_000

/**
 * Everybody of a company, for rules that count who is away: each as their own stream says at this moment, every resolved append included. Every
 * stream's head is read, and those that moved since they were last read here; so a process that decides often reads about two small
 * items a person, and a company of 1,000 people costs a request that such a rule is for about as much as one old stream.
 */
export const colleagues = async (
  world: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
): Promise<readonly Member[]> => {
  const all: Member[] = []
  await inTurns(peopleOf(world.store, tenant), async (listed) => {
    all.push(await colleagueAt(world, listed))
  })
  return all.sort((a, b) => compare(a.person, b.person))
}

/** Somebody as others may count them, and may see them. `approvers`: who may see all of each leave, by its request. */
export type Member = Colleague & { readonly approvers: ReadonlyMap<string, readonly PersonId[]> }

export const memberOf = ({ state, facts }: Pick<Told, 'state' | 'facts'>): Member => {
  const { person, employment, places, calendars, schedules, leaves } = facts
  const approvers = new Map(state.requests.filter(stands).map((asked) => [asked.request, approversOf(state, asked)]))
  return { person, employment, places, calendars, schedules, leaves, approvers }
}

const known = recent<Member>(KEPT)

/** A head's digest names all that came before it. Documents, as the store may be one that reads once. */
const colleagueAt = async (
  world: Pick<World, 'store' | 'documents'>,
  { person, stream, head }: Listed,
): Promise<Member> => {
  const keyAt = (digest: string) => `${stream.tenant} ${stream.name} ${digest}`
  const before = known(world.documents).get(keyAt(head.digest))
  if (before) return before
  const told = await tellPerson(world, stream.tenant, person)
  const colleague = memberOf(told)
  known(world.documents).set(keyAt(told.digest), colleague)
  return colleague
}
