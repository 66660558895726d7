import type { CommandMeta } from '@awayday/event-sourcing'
import { inTurns, type LocalDate, type PersonId } from '@awayday/kernel'
import { batchesOf } from '#domain/csv/batches-of.ts'
import type { Bringing } from '#domain/csv/draft.ts'
import { type Tried, tryImport } from '#domain/csv/try-import.ts'
import type { World } from '#ports/world.ts'
import type { EntryTable } from '#wire/csv/entry-table.ts'
import { sentence } from '#wire/csv/sentence.ts'
import { type Commanded, doingOf } from '../asked.ts'
import { contextFor } from '../context.ts'
import { decide } from '../decide.ts'
import { todayOf } from '../today.ts'
import type { CsvFile } from './file.ts'
import { type ImportReport, type RowProblem, report } from './report.ts'
import { whoIsMeant } from './who-is-meant.ts'

/**
 * What rows say about people, tried on what is known of each by the decider itself; written, if all of them can be, person by
 * person. Where that ends in the middle, the same file brings in what is missing.
 */
export const importEntries = async (
  world: World,
  { actor, meta, input }: Commanded<CsvFile>,
  table: EntryTable,
): Promise<ImportReport> => {
  const { known, people } = await whoIsMeant(world, meta.tenant, await table.named(input.csv), input.people)
  const { rows, drafts, problems } = await table.read(input.csv, known)
  const tried: { readonly person: PersonId; readonly closedYears: number; readonly tried: Tried }[] = []
  for (const [person, own] of Map.groupBy(drafts, (draft) => draft.person)) {
    const told = people.get(person)
    if (!told) continue
    const bringing = doingOf(actor, todayOf(world, told.state))
    const looking = { on: bringing.on, by: bringing, cover: null, counts: false }
    const context = await contextFor(world, meta.tenant, told, looking)
    const closedYears = told.state.closedYears.length
    tried.push({ person, closedYears, tried: tryImport(own, told.state, context, bringing) })
  }
  const refused = tried.flatMap(({ tried: { refused: all } }) =>
    all.map(({ row, refusal }) => ({ row, ...sentence(refusal) })),
  )
  const count = (member: 'created' | 'unchanged') => tried.reduce((sum, one) => sum + one.tried[member].length, 0)
  const found = report(rows, count('created'), count('unchanged'), [...problems, ...refused])
  if (input.dryRun || found.problems.length > 0) return found
  const raced: RowProblem[] = []
  let written = 0
  await inTurns(tried, async ({ person, closedYears, tried: { created } }) => {
    for (const some of batchesOf(created, closedYears)) {
      if (!(await write(world, meta, person, some, (on) => doingOf(actor, on)))) {
        raced.push({ row: rowOf(some), column: '', message: 'was changed by somebody else meanwhile: import again' })
        return
      }
      written += some.length
    }
  })
  return report(rows, found.created, found.unchanged, raced, written)
}

/** The key names the first row that is written, so that another try of the same command goes on where this one ended. */
const write = async (
  world: World,
  meta: CommandMeta,
  person: PersonId,
  some: Tried['created'],
  doing: (on: LocalDate) => Bringing,
): Promise<boolean> => {
  const done = await decide(world)(person, { ...meta, key: `${meta.key}/${person}/${rowOf(some)}` }, (on) => ({
    type: 'Import',
    ...doing(on),
    entries: some.map(({ entry }) => entry),
  }))
  return done.ok
}

const rowOf = (some: Tried['created']): number => some[0]?.row ?? 0
