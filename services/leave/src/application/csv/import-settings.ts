import { utcDate } from '@awayday/clock/zone'
import { handle } from '@awayday/event-sourcing'
import { company } from '#domain/company/company.ts'
import { trySettings } from '#domain/csv/try-settings.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/company-events.ts'
import { settingSentence } from '#wire/csv/sentence.ts'
import type { SettingTable } from '#wire/csv/setting-tables.ts'
import type { Commanded } from '../asked.ts'
import { companyStream, tellCompany } from '../company/company-stream.ts'
import type { CsvFile } from './file.ts'
import { type ImportReport, report } from './report.ts'
import { whoIsMeant } from './who-is-meant.ts'

/** Settings of a company in the order of the rows, tried first, and saved one after the other. */
export const importSettings = async (
  world: World,
  { actor, meta, input }: Commanded<CsvFile>,
  table: SettingTable,
): Promise<ImportReport> => {
  const { known } = await whoIsMeant(world, meta.tenant, await table.named(input.csv), input.people)
  const { rows, drafts, texts, problems } = await table.read(input.csv, known)
  const before = await tellCompany(world, meta.tenant)
  const doing = { by: actor.person, on: utcDate(meta.at) }
  const { created, unchanged, refused } = trySettings(drafts, before, doing)
  const sentences = refused.map(({ row, refusal }) => ({ row, ...settingSentence(refusal) }))
  const found = report(rows, created.length, unchanged.length, [...problems, ...sentences])
  if (input.dryRun || found.problems.length > 0) return found
  await world.tenants.settle(meta.tenant, world.home)
  const save = handle({ store: world.store }, company, companyCodec)
  let seen = before.settings.length
  for (const { row, saved } of created) {
    const text = saved.document === null ? undefined : texts.get(saved.document)
    if (text !== undefined) await world.documents.put(meta.tenant, text) // before any fact names it
    const version = seen
    const done = await save(companyStream(meta.tenant), { ...meta, key: `${meta.key}/${row}` }, () => ({
      type: 'Save',
      ...doing,
      seen: version,
      ...saved,
    }))
    if (!done.ok)
      return report(rows, created.length, unchanged.length, [{ row, ...meanwhile }], seen - before.settings.length)
    seen += 1
  }
  return { ...found, written: created.length }
}

const meanwhile = { column: '', message: 'somebody else saved settings meanwhile: import again' }
