import { type Actor, type Err, err, type PersonId } from '@awayday/kernel'
import type { UnknownPerson } from './asked.ts'

/** Who may do nothing for somebody does not learn whether there is anybody of that name. */
export const hidingWhose = <E extends { readonly type: string }>(
  actor: Actor,
  person: PersonId,
  refused: Err<E>,
): Err<E | UnknownPerson> =>
  refused.error.type === 'NotYours' && person !== actor.person ? err({ type: 'UnknownPerson', person }) : refused
