import { compare, err, inTurns, ok, type PersonId, type TenantId } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { type Cells, entryCells } from '#wire/csv/entry-cells.ts'
import { type EntryKind, entryTables } from '#wire/csv/entry-tables.ts'
import { settingCells } from '#wire/csv/setting-cells.ts'
import { type SettingTableName, settingTables } from '#wire/csv/setting-tables.ts'
import { textOf } from '#wire/csv/text-of.ts'
import { type Asked, isAdmin } from '../asked.ts'
import { tellCompany } from '../company/company-stream.ts'
import { peopleOf } from '../people.ts'
import { tellPerson } from '../person-stream.ts'
import { type CsvKind, isSetting } from './file.ts'

/** All of a kind as a file that brings the same in elsewhere. */
export const exportCsv =
  (world: World) =>
  async ({ actor, input: { kind } }: Asked<{ readonly kind: CsvKind }>) => {
    if (!isAdmin(actor)) return err({ type: 'NotAdmin' } as const)
    const csv = isSetting(kind)
      ? await textOf(settingTables[kind].columns, await settingsOf(world, actor.tenant, kind))
      : await textOf(entryTables[kind].columns, await entriesOf(world, actor.tenant, kind))
    return ok({ csv })
  }

/** In the order they were saved. */
const settingsOf = async (world: World, tenant: TenantId, name: SettingTableName): Promise<readonly Cells[]> => {
  const { settings } = await tellCompany(world, tenant)
  const own = settings.filter(({ kind }) => kind === settingTables[name].kind)
  const texts = await world.documents.read(
    tenant,
    own.flatMap(({ document }) => document ?? []),
  )
  return own.map((setting) =>
    settingCells(setting, setting.document === null ? null : (texts.get(setting.document) ?? null)),
  )
}

/** Person by person, of each in the order it became known. */
const entriesOf = async (world: World, tenant: TenantId, kind: EntryKind): Promise<readonly Cells[]> => {
  const found: { readonly person: PersonId; readonly cells: readonly Cells[] }[] = []
  await inTurns(peopleOf(world.store, tenant), async ({ person }) => {
    const { state, facts } = await tellPerson(world, tenant, person)
    found.push({ person, cells: entryCells[kind](state, facts) })
  })
  return found.toSorted((a, b) => compare(a.person, b.person)).flatMap(({ cells }) => cells)
}
