import { ok, type PersonId } from '@awayday/kernel'
import type { Revocable } from '#domain/person/events.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide, writeNote } from './decide.ts'
import { hidingWhose } from './hiding-whose.ts'

/** `override`: sets the floor aside, by name. */
type Revoking = Revocable & { readonly person: PersonId; readonly override: boolean; readonly reason: string | null }

/** Takes back a credit, a pay-out or a record of work that should not have been there. */
export const revokeEntry =
  (world: World) =>
  async ({ actor, meta, input: { person, reason, ...entry } }: Commanded<Revoking>) => {
    const note = await writeNote(world, meta, person, reason)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'RevokeEntry',
      note,
      ...entry,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ id: entry.id, ...done.value }) : hidingWhose(actor, person, done)
  }
