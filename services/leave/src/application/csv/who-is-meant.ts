import { inTurns, type PersonId, parsePersonId, type TenantId } from '@awayday/kernel'
import { isKnown } from '#domain/person/employment.ts'
import type { World } from '#ports/world.ts'
import type { Known } from '#wire/csv/cells.ts'
import { type Told, tellPerson } from '../person-stream.ts'

/** Ids of people by their mail address: mails are the directory's, so whoever imports says whose they are. */
export type Mails = readonly { readonly id: PersonId; readonly mail: string }[]

/** Everybody of the company whom a file names, and what their streams say. */
export const whoIsMeant = async (
  world: World,
  tenant: TenantId,
  references: readonly string[],
  mails: Mails,
): Promise<{ readonly known: Known; readonly people: ReadonlyMap<PersonId, Told> }> => {
  const byMail = new Map(mails.map(({ id, mail }) => [mail.trim().toLowerCase(), id]))
  const idOf = (reference: string) => byMail.get(reference.trim().toLowerCase()) ?? parsePersonId(reference)
  const ids = new Set(references.map(idOf).filter((id) => id !== undefined))
  const people = new Map<PersonId, Told>()
  await inTurns([...ids], async (id) => {
    const told = await tellPerson(world, tenant, id)
    if (isKnown(told.state.employment)) people.set(id, told)
  })
  const known: Known = (reference) => {
    const id = idOf(reference)
    return id && people.has(id) ? id : undefined
  }
  return { known, people }
}
