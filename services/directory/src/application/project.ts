import {
  type Consumer,
  type Decider,
  type EventCodec,
  type FollowedStore,
  type ViewDocument,
  viewProjection,
} from '@awayday/event-sourcing'
import { company } from '#domain/company.ts'
import { departments } from '#domain/departments.ts'
import { location } from '#domain/location.ts'
import * as person from '#domain/person.ts'
import { roles } from '#domain/roles.ts'
import { team } from '#domain/team.ts'
import type { World } from '#ports/world.ts'
import { companyCodec, departmentsCodec, locationCodec, personCodec, rolesCodec, teamCodec } from '#wire/events.ts'
import { adminRows, departmentRows, locationRows, personRows, rolesRows, teamRows } from '#wire/rows.ts'
import { subjectOf } from './streams.ts'

const name = 'project'

/** Keeps the rows of the view. Mail reservations show nothing. */
export const project = (world: Pick<World, 'clock'> & Pick<FollowedStore, 'rows'>): Required<Consumer> => {
  const follow = <Command, Event, State, Rejection>(
    { initial, evolve }: Pick<Decider<Command, Event, State, Rejection>, 'initial' | 'evolve'>,
    codec: EventCodec<Event>,
    rowsOf: (id: string, state: State) => Readonly<Record<string, ViewDocument>>,
  ): Required<Consumer> =>
    viewProjection({
      name,
      rows: world.rows,
      clock: world.clock,
      initial: () => initial,
      evolve,
      codec,
      rowsOf: (state, stream) => rowsOf(subjectOf(stream).id, state),
    })

  const byKind = new Map<string, Required<Consumer>>([
    ['tenant', follow(company, companyCodec, (_id, state) => adminRows(state))],
    ['team', follow(team, teamCodec, teamRows)],
    ['departments', follow(departments, departmentsCodec, (_id, state) => departmentRows(state))],
    ['location', follow(location, locationCodec, locationRows)],
    ['person', follow(person, personCodec, personRows)],
    ['roles', follow(roles, rolesCodec, rolesRows)],
  ])
  // Rows stay in their store, so what was decided in another one is shown here too.
  return {
    name,
    everywhere: true,
    consume: async (delivery) => byKind.get(subjectOf(delivery.stream).kind)?.consume(delivery),
    consumeAll: async (deliveries) => byKind.get(subjectOf(deliveries.stream).kind)?.consumeAll(deliveries),
  }
}
