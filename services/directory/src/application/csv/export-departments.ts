import { compare, ok } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { writeDepartments } from '#wire/csv/departments.ts'
import { type Asked, adminsOnly, isAdmin } from '../admins-only.ts'

/** All departments by id, as a file that makes the same of them elsewhere, where their heads are. */
export const exportDepartments =
  (world: World) =>
  async ({ actor }: Pick<Asked<unknown>, 'actor'>) => {
    if (!isAdmin(actor)) return adminsOnly
    const departments = await world.views.departments(actor.tenant)
    const rows = departments
      .toSorted((a, b) => compare(a.id, b.id))
      .map(({ id, name, parent, head }) => ({ id, name, parent, head }))
    return ok({ csv: await writeDepartments(rows) })
  }
