import type { PersonId } from '@awayday/kernel'
import type { Certificate } from '#domain/person/events.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { orderLeave } from './order.ts'

type Entered = {
  readonly leaveType: string
  readonly dates: Dates
  readonly cover: PersonId | null
  readonly reason: string | null
}

/** `certificate`: whether one comes with it, as rules may ask for one. */
type Leave = Entered & { readonly person: PersonId; readonly certificate: boolean }

/** For somebody, by HR or whoever decides about their leave: accepted at once. */
export const enterLeave = (world: World) => (call: Commanded<Leave>) => {
  const { person, reason, ...leave } = call.input
  return orderLeave(world, call, person, (made) => ({ type: 'Enter', ...leave, ...made }))
}

type Sickness = Entered & { readonly person: PersonId | null; readonly certificate: Certificate | null }

/** One's own by default; accepted at once. */
export const recordSickness = (world: World) => (call: Commanded<Sickness>) => {
  const { person, reason, ...sickness } = call.input
  return orderLeave(world, call, person ?? call.actor.person, (made) => ({
    type: 'RecordSickness',
    ...sickness,
    ...made,
  }))
}
