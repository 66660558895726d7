import { handle } from '@awayday/event-sourcing'
import { inTurns, ok, type PersonId, parsePersonId, type Result, type TenantId } from '@awayday/kernel'
import { type DepartmentChange, planDepartments } from '#domain/csv/plan-departments.ts'
import { departments } from '#domain/departments.ts'
import { isKnown } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { readDepartments } from '#wire/csv/departments.ts'
import { departmentsCodec } from '#wire/events.ts'
import { mailHash } from '#wire/mail-hash.ts'
import { type AdminsOnly, type Asked, adminsOnly, isAdmin } from '../admins-only.ts'
import { loadDepartments, loadPerson } from '../load.ts'
import { departmentsStream } from '../streams.ts'
import { holderOf } from './known-people.ts'
import { type CsvFile, type CsvProblem, changedMeanwhile, type ImportReport, reportOf, type Written } from './report.ts'

/** Brings in a file of departments, all of it or nothing; the same file again changes nothing. */
export const importDepartments =
  (world: World) =>
  async (asked: Asked<CsvFile>): Promise<Result<ImportReport, AdminsOnly>> => {
    if (!isAdmin(asked.actor)) return adminsOnly
    const { meta, input } = asked
    const { rows, departments: read, problems } = await readDepartments(input.csv)
    const [{ departments: known }, heads] = await Promise.all([
      loadDepartments(world, meta.tenant),
      headsNamed(
        world,
        meta.tenant,
        read.flatMap(({ head }) => head ?? []),
      ),
    ])
    const plan = planDepartments(read, known, (head) => heads.get(head))
    const created = new Set(plan.changes.map(({ row }) => row))
    const found = reportOf(rows, read, created, [...problems, ...plan.problems])
    if (input.dryRun || found.problems.length > 0) return ok(found)
    return ok({ ...found, ...(await carryOut(world, asked, plan.changes)) })
  }

/** Who is meant by ids and mail addresses, of those who are there. */
const headsNamed = async (world: World, tenant: TenantId, named: readonly string[]) => {
  const secret = await world.mailSecrets.of(tenant)
  const heads = new Map<string, PersonId>()
  await inTurns([...new Set(named)], async (head) => {
    const id = head.includes('@') ? await holderOf(world, tenant, mailHash(secret, head)) : parsePersonId(head)
    if (id && isKnown(await loadPerson(world, tenant, id))) heads.set(head, id)
  })
  return heads
}

/** One after the other: one stream holds all departments. */
const carryOut = async (
  { store }: World,
  { meta }: Pick<Asked<unknown>, 'meta'>,
  changes: readonly DepartmentChange[],
): Promise<Written> => {
  const save = handle({ store }, departments, departmentsCodec)
  const problems: CsvProblem[] = []
  for (const { row, id, isNew, name, parent, head } of changes) {
    const command = { type: isNew ? 'Add' : 'Change', department: id, name, parent, head, against: null } as const
    const own = { ...meta, key: `${meta.key}/${id}` }
    const saved = await save(departmentsStream(meta.tenant), own, () => command)
    if (!saved.ok) problems.push(changedMeanwhile(row, saved.error))
  }
  return { written: changes.length - problems.length, problems }
}
