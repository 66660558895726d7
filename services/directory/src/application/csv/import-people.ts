import { ok, type Result } from '@awayday/kernel'
import { planPeople } from '#domain/csv/plan-people.ts'
import type { World } from '#ports/world.ts'
import { readPeople } from '#wire/csv/people.ts'
import { type AdminsOnly, type Asked, adminsOnly, isAdmin } from '../admins-only.ts'
import { carryOut } from './carry-out.ts'
import { knownPeople } from './known-people.ts'
import { type CsvFile, type ImportReport, reportOf } from './report.ts'

/** Brings in a file of people, all of it or nothing; the same file again changes nothing. Where writing ends in the middle, the same file brings in what is missing. */
export const importPeople =
  (world: World) =>
  async (asked: Asked<CsvFile>): Promise<Result<ImportReport, AdminsOnly>> => {
    if (!isAdmin(asked.actor)) return adminsOnly
    const { meta, input } = asked
    const { rows, people, problems } = await readPeople(input.csv)
    const plan = planPeople(people, await knownPeople(world, meta.tenant, people))
    const found = reportOf(rows, people, plan.created, [...problems, ...plan.problems])
    if (input.dryRun || found.problems.length > 0) return ok(found)
    return ok({ ...found, ...(await carryOut(world, asked, plan)) })
  }
