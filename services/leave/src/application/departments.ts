import { type CommandMeta, handle, type StreamId, stream } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { DepartmentEvent } from '@awayday/service-directory/published/events.ts'
import { departments } from '#domain/departments/departments.ts'
import type { World } from '#ports/world.ts'
import { departmentsCodec } from '#wire/department-events.ts'
import { toldStream } from './told-stream.ts'

const departmentsStream = (tenant: TenantId): StreamId => stream(tenant, 'company', 'departments')

/** Where departments lie, and who leads them, as the directory has said it until this moment. */
export const tellDepartments = toldStream(departmentsStream, departments, departmentsCodec)

/** Notes what the directory says about a department. Messages come at least once and in any order: `seq` is the place of the event in the directory's own stream. */
export const departmentChanged =
  (world: World) =>
  async (meta: CommandMeta, { department, parent, head }: DepartmentEvent, seq: number): Promise<void> => {
    await world.tenants.settle(meta.tenant, world.home)
    const note = handle({ store: world.store }, departments, departmentsCodec)
    const command = { type: 'Note', department, parent, head, seq } as const
    const noted = await note(departmentsStream(meta.tenant), meta, () => command)
    if (!noted.ok) throw new NotNotedUnavailable(noted.error.type)
  }

/** Others wrote before us too often. The message comes again. */
class NotNotedUnavailable extends Error {
  override readonly name = 'NotNotedUnavailable'
}
