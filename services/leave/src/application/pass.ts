import type { CommandMeta } from '@awayday/event-sourcing'
import { addDays, type PersonId, type TenantId } from '@awayday/kernel'
import type { WaitingRow } from '#domain/person/rows.ts'
import type { World } from '#ports/world.ts'
import { decide } from './decide.ts'
import { eachInTurn } from './each-in-turn.ts'

/**
 * What time brings about: escalation, expiry, reminders, deputies whose days begin or end. For everybody of whom a view shows something that
 * waits; where a view is behind, an hour later. It says the same however often and however late it runs.
 */
export const pass = (world: World): Promise<void> =>
  eachInTurn(waiting(world), async ({ tenant, person }) => {
    const at = world.clock.now()
    const key = `pass/${at.slice(0, HOUR)}`
    const correlation = `${key}/${tenant}/${person}`
    await passFor(world, person, { tenant, actor: 'system:awayday.pass', key, correlation, cause: 'schedule', at })
  })

/** The length of the text of an instant up to its hour. */
const HOUR = 13

async function* waiting({ tenants, views }: World) {
  for await (const tenant of tenants.all())
    for (const person of peopleIn(await views.waiting(tenant))) yield { tenant, person }
}

/** What waits, of whom: each person once. */
export const peopleIn = (rows: readonly WaitingRow[]): readonly PersonId[] => [
  ...new Set(rows.map(({ person }) => person)),
]

/** Up to the end of yesterday where the person is: today is not over. Where others write at the same time, the next hour finds what is left. */
export const passFor = async (
  world: World,
  person: PersonId,
  meta: Omit<CommandMeta, 'digest'> & { readonly tenant: TenantId },
): Promise<void> => {
  await decide(world)(person, { ...meta, digest: meta.key }, (today) => ({ type: 'Pass', on: addDays(today, -1) }))
}
