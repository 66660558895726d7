import type { Actor, LocalDate, PersonId } from '@awayday/kernel'
import type { Doing } from '#domain/approval/command.ts'
import type { Context } from '#domain/person/context.ts'
import { officeOf } from '#domain/person/office-of.ts'
import type { World } from '#ports/world.ts'
import { doingOf } from './asked.ts'
import { contextFor } from './context.ts'
import { type Told, tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** Somebody's stream, and what a decision about them looks at besides. */
export type Consulted = Told & { readonly today: LocalDate; readonly doing: Doing; readonly context: Context }

/** `counts`: it is asked whether leave may be taken, with this colleague to take the work over. */
type For = { readonly counts: boolean; readonly cover: PersonId | null }

/** Reads what the decider would read, for those who only ask. */
export const consulted = async (
  world: Pick<World, 'store' | 'documents' | 'clock'>,
  actor: Actor,
  person: PersonId,
  looking: For = { counts: false, cover: null },
): Promise<Consulted> => {
  const told = await tellPerson(world, actor.tenant, person)
  const today = todayOf(world, told.state)
  const doing = doingOf(actor, today)
  const context = await contextFor(world, actor.tenant, told, { on: today, by: doing, ...looking })
  return { ...told, today, doing, context: { ...context, office: officeOf(context.office, told.state) } }
}
