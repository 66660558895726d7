import { addMs } from '@awayday/kernel'
import type { State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { tellPerson } from './person-stream.ts'

/** A day: longer than any command can be on its way. */
const LOOSE_MS = 86_400_000

/** Forgets what was said for a request that was then refused, and marks the rest, so that it is looked at once. */
export const purgeNotes = async (world: World): Promise<void> => {
  const before = addMs(world.clock.now(), -LOOSE_MS)
  for await (const tenant of world.tenants.all())
    for await (const note of world.notes.loose(tenant, before)) {
      const { state } = await tellPerson(world, tenant, note.person)
      await (isNamed(state, note.id) ? world.notes.keep(tenant, note) : world.notes.forget(tenant, note))
    }
}

const isNamed = (state: State, note: string): boolean =>
  [
    ...state.requests.flatMap(({ notes }) => notes),
    ...state.credits.map((it) => it.note),
    ...state.payOuts.map((it) => it.note),
    ...state.revoked.flatMap(({ note, given }) => [note, given]),
  ].includes(note)
