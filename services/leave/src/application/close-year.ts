import { err, type LocalDate, type PersonId } from '@awayday/kernel'
import { isKnown } from '#domain/person/employment.ts'
import { seesAll } from '#domain/person/who-may.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { decide } from './decide.ts'
import { tellPerson } from './person-stream.ts'

type Year = { readonly person: PersonId; readonly leaveType: string; readonly last: LocalDate }

/** Pins a leave year of somebody that is over; what comes later reaches it as a correction. By HR and admins. */
export const closeYear =
  (world: World) =>
  async ({ actor, meta, input: { person, leaveType, last } }: Commanded<Year>) => {
    const known = seesAll(actor.roles) && isKnown((await tellPerson(world, actor.tenant, person)).state.employment)
    if (!known) return err({ type: 'UnknownPerson', person } as const)
    return decide(world)(person, meta, (on) => ({ type: 'CloseYear', leaveType, last, on }))
  }
