import { err, ok, type PersonId } from '@awayday/kernel'
import { isKnown } from '#domain/person/employment.ts'
import type { Deputing } from '#domain/person/events.ts'
import type { World } from '#ports/world.ts'
import type { Asked, Commanded, UnknownPerson } from './asked.ts'
import { seen } from './figures/seen.ts'
import { order } from './order.ts'
import { tellPerson } from './person-stream.ts'

/** `person`: for whom somebody stands in; null: for whoever asks. */
export type DeputyWish = Deputing & { readonly person: PersonId | null }

const deputeWith =
  (type: 'NameDeputy' | 'RemoveDeputy') =>
  (world: World) =>
  async ({ actor, meta, input: { person: whose, ...deputing } }: Commanded<DeputyWish>) => {
    const person = whose ?? actor.person
    const { state } = await tellPerson(world, actor.tenant, deputing.deputy)
    if (!isKnown(state.employment))
      return err({ type: 'UnknownPerson', person: deputing.deputy } satisfies UnknownPerson)
    const done = await order(world, { actor, meta }, person, null, (_made, doing) => ({ type, ...deputing, ...doing }))
    return done.ok ? ok({ person, version: done.value.version }) : done
  }

export const nameDeputy = deputeWith('NameDeputy')
export const removeDeputy = deputeWith('RemoveDeputy')

/** Who stands in for somebody, by their first day, past ones included: for those who may see their leave. */
export const deputiesOf =
  (world: World) =>
  async ({ actor, input: { person } }: Asked<{ readonly person: PersonId | null }>) => {
    const told = await seen(world, actor, { person, knownAt: null })
    if (!told.ok) return told
    return ok(
      told.value.state.deputies.toSorted((a, b) => (`${a.first} ${a.deputy}` < `${b.first} ${b.deputy}` ? -1 : 1)),
    )
  }
