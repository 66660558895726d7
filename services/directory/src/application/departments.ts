import { type CommandMeta, handle } from '@awayday/event-sourcing'
import { ok, type PersonId, type TenantId } from '@awayday/kernel'
import { type Command, type Department, departments, type Rejection } from '#domain/departments.ts'
import { isKnown } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { departmentsCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Thing } from './admins-only.ts'
import { loadPerson } from './load.ts'
import { departmentsStream, newThing } from './streams.ts'

export const addDepartment =
  (world: World) =>
  async ({ actor, meta, input }: Asked<Department>): Changed<Thing, Rejection> =>
    isAdmin(actor) ? save(world, meta, { type: 'Add', department: newThing(meta, 'department'), ...input }) : adminsOnly

/** All of it is said anew. */
export const changeDepartment =
  (world: World) =>
  async ({ actor, meta, input }: Asked<Department & { readonly department: string }>): Changed<Thing, Rejection> =>
    isAdmin(actor) ? save(world, meta, { type: 'Change', ...input }) : adminsOnly

const save = async (
  world: World,
  meta: CommandMeta,
  { type, department, name, parent, head }: Omit<Command, 'against'>,
): Changed<Thing, Rejection> => {
  const against = head === null || (await isThere(world, meta.tenant, head)) ? null : unknown(head)
  const command = { type, department, name, parent, head, against }
  const saved = await handle(world, departments, departmentsCodec)(departmentsStream(meta.tenant), meta, () => command)
  return saved.ok ? ok({ id: department, version: saved.value.version }) : saved
}

/** Who has left or will, too: where nobody leads any more, whoever decides goes on to the next one above. */
const isThere = async (world: World, tenant: TenantId, head: PersonId): Promise<boolean> =>
  isKnown(await loadPerson(world, tenant, head))

const unknown = (person: PersonId) => ({ type: 'UnknownPerson', person }) as const
