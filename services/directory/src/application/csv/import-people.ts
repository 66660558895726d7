import { ok, type Result } from '@awayday/kernel'
import { planPeople } from '#domain/csv/plan-people.ts'
import type { World } from '#ports/world.ts'
import { readPeople } from '#wire/csv/people.ts'
import { type AdminsOnly, type Asked, adminsOnly, isAdmin } from '../admins-only.ts'
import { carryOut } from './carry-out.ts'
import { knownPeople } from './known-people.ts'

export type PeopleFile = {
  readonly csv: string
  /** Says all that is wrong, and what would be new, and writes nothing. */
  readonly dryRun: boolean
}

/** What became of a file. `column`: empty, it is about the whole row. */
export type ImportReport = {
  readonly rows: number
  /** Rows that bring something new. */
  readonly created: number
  readonly unchanged: number
  readonly problems: readonly { readonly row: number; readonly column: string; readonly message: string }[]
}

/** People tell of at most so many at once; who mends those imports again. */
const PROBLEMS_MAX = 1_000

/** Brings in a file of people, all of it or nothing; the same file again changes nothing. Where writing ends in the middle, the same file brings in what is missing. */
export const importPeople =
  (world: World) =>
  async (asked: Asked<PeopleFile>): Promise<Result<ImportReport, AdminsOnly>> => {
    if (!isAdmin(asked.actor)) return adminsOnly
    const { meta, input } = asked
    const { rows, people, problems } = await readPeople(input.csv)
    const plan = planPeople(people, await knownPeople(world, meta.tenant, people))
    const all = [...problems, ...plan.problems].toSorted((a, b) => a.row - b.row).slice(0, PROBLEMS_MAX)
    const refused = new Set(all.map(({ row }) => row))
    const created = [...plan.created].filter((row) => !refused.has(row)).length
    const unchanged = people.filter(({ row }) => !plan.created.has(row) && !refused.has(row)).length
    const found = { rows, created, unchanged, problems: all }
    if (input.dryRun || all.length > 0) return ok(found)
    return ok({ ...found, problems: await carryOut(world, asked, plan) })
  }
