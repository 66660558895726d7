import { type Decider, type EventCodec, eventsIn, type StreamId, whole } from '@awayday/event-sourcing'
import type { PersonId, TenantId } from '@awayday/kernel'
import { type State as CompanyState, company } from '#domain/company.ts'
import { type State as DepartmentsState, departments } from '#domain/departments.ts'
import { type State as LocationState, location } from '#domain/location.ts'
import { type State as PersonState, person } from '#domain/person.ts'
import { type State as RolesState, roles } from '#domain/roles.ts'
import { type State as TeamState, team } from '#domain/team.ts'
import type { World } from '#ports/world.ts'
import { companyCodec, departmentsCodec, locationCodec, personCodec, rolesCodec, teamCodec } from '#wire/events.ts'
import { companyStream, departmentsStream, locationStream, personStream, rolesStream, teamStream } from './streams.ts'

type Store = Pick<World, 'store'>

/** What the streams themselves say, at this moment: for decisions, and for whoever may not read older than they wrote. */
export const loadPerson = ({ store }: Store, tenant: TenantId, id: PersonId): Promise<PersonState> =>
  folded(store, personStream(tenant, id), person(id), personCodec)
export const loadTeam = ({ store }: Store, tenant: TenantId, id: string): Promise<TeamState> =>
  folded(store, teamStream(tenant, id), team, teamCodec)
export const loadLocation = ({ store }: Store, tenant: TenantId, id: string): Promise<LocationState> =>
  folded(store, locationStream(tenant, id), location, locationCodec)
export const loadDepartments = ({ store }: Store, tenant: TenantId): Promise<DepartmentsState> =>
  folded(store, departmentsStream(tenant), departments, departmentsCodec)
export const loadRoles = ({ store }: Store, tenant: TenantId, id: PersonId): Promise<RolesState> =>
  folded(store, rolesStream(tenant, id), roles, rolesCodec)
export const loadCompany = ({ store }: Store, tenant: TenantId): Promise<CompanyState> =>
  folded(store, companyStream(tenant), company, companyCodec)

const folded = async <Command, Event, State, Rejection>(
  store: World['store'],
  stream: StreamId,
  { initial, evolve }: Decider<Command, Event, State, Rejection>,
  codec: EventCodec<Event>,
): Promise<State> => {
  const { records } = await whole(store, stream)
  return records.flatMap((record) => eventsIn(record, codec)).reduce(evolve, initial)
}
